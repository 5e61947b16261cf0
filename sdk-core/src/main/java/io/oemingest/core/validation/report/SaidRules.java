package io.oemingest.core.validation.report;

import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationReport;
import java.util.List;
import java.util.stream.Stream;

/** The rules that have anything to say in a report. */
final class SaidRules {
    private SaidRules() {}

    /** In the order of their ids. */
    static List<RuleId> of(ValidationReport report) {
        return Stream.of(
                        report.findings().stream().map(each -> each.rule()),
                        report.waived().stream().map(each -> each.finding().rule()),
                        report.skipped().stream().map(each -> each.rule()),
                        report.ruleFailures().stream().map(each -> each.rule()),
                        report.omitted().stream().map(each -> each.rule()))
                .flatMap(each -> each)
                .distinct()
                .sorted()
                .toList();
    }
}
