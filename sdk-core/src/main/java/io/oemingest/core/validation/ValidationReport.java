package io.oemingest.core.validation;

import java.util.ArrayList;
import java.util.List;

/** What the rules said about one submission: every finding, what was not checked and what broke down, each in a fixed order. */
public record ValidationReport(List<Finding> findings, List<SkippedRule> skipped, List<RuleFailure> ruleFailures) {
    public ValidationReport {
        findings = findings.stream().sorted(Finding.ORDER).distinct().toList();
        skipped = List.copyOf(skipped);
        ruleFailures = List.copyOf(ruleFailures);
    }

    /** A report of findings made outside the rules, such as those about arguments or an account. */
    public static ValidationReport of(List<Finding> findings) {
        return new ValidationReport(findings, List.of(), List.of());
    }

    /** Whether the submission may go on: nothing blocks and no rule broke down. */
    public boolean acceptable() {
        return ruleFailures.isEmpty() && findings.stream().noneMatch(finding -> finding.severity() == Severity.BLOCK);
    }

    /** The findings of one weight, in order. */
    public List<Finding> findings(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }

    /** This report with more findings. */
    public ValidationReport with(List<Finding> more) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(more);
        return new ValidationReport(all, skipped, ruleFailures);
    }

    /** For people: the verdict, then everything by weight, each with its rule, place and mend. */
    public String toText() {
        return ReportText.of(this);
    }
}
