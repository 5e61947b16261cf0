package io.oemingest.core.validation;

import io.oemingest.core.submission.SubmissionContents;
import java.util.ArrayList;
import java.util.List;

/** Runs a list of rules over one submission, all of them, whatever they find. Immutable, safe for threads. */
public final class SubmissionValidator {
    private final List<ValidationRule> rules;

    public SubmissionValidator(List<? extends ValidationRule> rules) {
        this.rules = List.copyOf(rules);
    }

    public ValidationReport validate(SubmissionContents contents, ValidationContext context) {
        List<Finding> found = new ArrayList<>();
        List<SkippedRule> skipped = new ArrayList<>();
        List<RuleFailure> failures = new ArrayList<>();
        for (ValidationRule rule : rules) {
            Findings findings = new Findings(rule.id());
            try {
                rule.check(contents, context, findings);
                found.addAll(findings.found());
                skipped.addAll(findings.skipped());
            } catch (RuntimeException e) {
                // A fault of the rule must neither look like success nor like a fault of the submission.
                failures.add(new RuleFailure(rule.id(), e.toString()));
            }
        }
        return new ValidationReport(found, skipped, failures);
    }
}
