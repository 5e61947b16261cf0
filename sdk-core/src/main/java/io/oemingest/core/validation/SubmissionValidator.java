package io.oemingest.core.validation;

import io.oemingest.core.submission.SubmissionContents;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a list of rules over one submission, all of them, whatever they find; their order makes no difference. Immutable,
 * safe for threads.
 */
public final class SubmissionValidator {
    private final List<ValidationRule> rules;
    private final ValidationPolicy policy;

    /** With the severities of the catalogue and without waivers. */
    public SubmissionValidator(List<? extends ValidationRule> rules) {
        this(rules, ValidationPolicy.STANDARD);
    }

    public SubmissionValidator(List<? extends ValidationRule> rules, ValidationPolicy policy) {
        this.rules = List.copyOf(rules);
        this.policy = policy;
    }

    public ValidationReport validate(SubmissionContents contents, ValidationContext context) {
        Run run = new Run();
        for (ValidationRule rule : rules) {
            SkippedRule off = policy.off(rule.id());
            if (off == null) {
                run.add(rule, contents, context);
            } else {
                run.skipped.add(off);
            }
        }
        return new ValidationReport(
                policy.profile().name(), run.findings, run.waived, run.skipped, run.failures, run.omitted);
    }

    private final class Run {
        private final List<Finding> findings = new ArrayList<>();
        private final List<WaivedFinding> waived = new ArrayList<>();
        private final List<SkippedRule> skipped = new ArrayList<>();
        private final List<RuleFailure> failures = new ArrayList<>();
        private final List<OmittedFindings> omitted = new ArrayList<>();

        void add(ValidationRule rule, SubmissionContents contents, ValidationContext context) {
            Findings said = new Findings(rule.id(), RuleCatalogue.standard().find(rule.id()), policy);
            try {
                rule.check(contents, context, said);
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                // A fault of the rule must neither look like success nor like a fault of the submission. What is worse,
                // such as a lack of memory, leaves no report at all.
                failures.add(new RuleFailure(rule.id(), Evidence.bounded(e.toString())));
                return;
            }
            FindingStore store = said.store();
            store.findings().forEach(findings::add);
            store.waived().forEach(waived::add);
            store.skipped().forEach(skipped::add);
            omitted.addAll(store.omitted());
        }
    }
}
