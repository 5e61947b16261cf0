package io.oemingest.core.validation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the rules said about one submission: every finding, what was waived, not checked or broke down, each in a fixed
 * order.
 *
 * @param profile the name of the {@link ValidationProfile} by which findings were weighed
 * @param omitted how many findings there are beyond {@code findings}, by rule and weight
 */
public record ValidationReport(
        String profile,
        List<Finding> findings,
        List<WaivedFinding> waived,
        List<SkippedRule> skipped,
        List<RuleFailure> ruleFailures,
        List<OmittedFindings> omitted) {
    public ValidationReport {
        findings = sorted(findings, Finding.ORDER);
        waived = sorted(waived, Comparator.comparing(WaivedFinding::finding, Finding.ORDER));
        skipped = sorted(skipped, Comparator.comparing(SkippedRule::rule).thenComparing(SkippedRule::reason));
        ruleFailures =
                sorted(ruleFailures, Comparator.comparing(RuleFailure::rule).thenComparing(RuleFailure::problem));
        omitted =
                sorted(omitted, Comparator.comparing(OmittedFindings::severity).thenComparing(OmittedFindings::rule));
    }

    /** A report by the standard profile, with nothing waived or omitted. */
    public ValidationReport(List<Finding> findings, List<SkippedRule> skipped, List<RuleFailure> ruleFailures) {
        this(ValidationProfile.STANDARD.name(), findings, List.of(), skipped, ruleFailures, List.of());
    }

    /** A report of findings made outside the rules, such as those about arguments or an account. */
    public static ValidationReport of(List<Finding> findings) {
        return new ValidationReport(findings, List.of(), List.of());
    }

    /** Whether the submission may go on: nothing blocks and no rule broke down. */
    public boolean acceptable() {
        return ruleFailures.isEmpty() && count(Severity.BLOCK) == 0;
    }

    /** The findings of one weight, in order. */
    public List<Finding> findings(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }

    /** How many findings of one weight there are, the omitted ones included. */
    public long count(Severity severity) {
        return Stream.concat(
                        findings.stream()
                                .filter(each -> each.severity() == severity)
                                .map(each -> 1L),
                        omitted.stream()
                                .filter(each -> each.severity() == severity)
                                .map(OmittedFindings::count))
                .mapToLong(Long::longValue)
                .sum();
    }

    /** This report together with all that another one by the same profile says of the same submission. */
    public ValidationReport with(ValidationReport more) {
        return new ValidationReport(
                profile,
                joined(findings, more.findings),
                joined(waived, more.waived),
                joined(skipped, more.skipped),
                joined(ruleFailures, more.ruleFailures),
                joined(omitted, more.omitted));
    }

    /** For people: the verdict, then everything by weight and rule, each with its place and mend. */
    public String toText() {
        return ReportText.of(this, false);
    }

    /** The same for a terminal that shows colours. */
    public String toColouredText() {
        return ReportText.of(this, true);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static <T> List<T> sorted(List<T> values, Comparator<T> order) {
        return values.stream().sorted(order).distinct().toList();
    }
}
