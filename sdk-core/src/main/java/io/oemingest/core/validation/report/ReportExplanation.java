package io.oemingest.core.validation.report;

import io.oemingest.core.io.TerminalText;
import io.oemingest.core.validation.CatalogueEntry;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleCatalogue;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.SourceDocument;
import io.oemingest.core.validation.ValidationReport;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers "why?" of a report: for each finding its rule, what was compared, the document that asks for it and the mend. */
public final class ReportExplanation {
    private final StringBuilder text = new StringBuilder();
    private final ValidationReport report;

    private ReportExplanation(ValidationReport report) {
        this.report = report;
    }

    /** For people: what the report says of one rule, or of every rule if that is null; empty if it says nothing. */
    public static String of(ValidationReport report, @Nullable RuleId only) {
        ReportExplanation explanation = new ReportExplanation(report);
        SaidRules.of(report).stream()
                .filter(each -> only == null || each.equals(only))
                .forEach(explanation::rule);
        return explanation.text.toString();
    }

    private void rule(RuleId rule) {
        if (text.length() > 0) {
            text.append('\n');
        }
        CatalogueEntry entry = RuleCatalogue.standard().find(rule);
        if (entry == null) {
            line(0, rule + " (not of this catalogue)");
        } else {
            line(0, rule + "  " + entry.title());
            line(1, "Rule: " + entry.explanation());
            line(1, "Source: " + source(entry));
        }
        findings(rule).forEach(each -> finding(each, each.severity().text()));
        report.waived().stream()
                .filter(each -> each.finding().rule().equals(rule))
                .forEach(each -> finding(
                        each.finding(),
                        "Waived by " + each.waiver().by() + " (" + each.waiver().reason() + ")"));
        report.omitted().stream()
                .filter(each -> each.rule().equals(rule))
                .forEach(each -> line(
                        1,
                        each.count() + " more of weight " + each.severity().text() + " are counted, but not listed"));
        report.skipped().stream()
                .filter(each -> each.rule().equals(rule))
                .forEach(each -> line(1, "Not checked: " + each.reason()));
        report.ruleFailures().stream()
                .filter(each -> each.rule().equals(rule))
                .forEach(each -> line(1, "Broke down, so nothing is accepted: " + each.problem()));
    }

    private List<Finding> findings(RuleId rule) {
        return report.findings().stream()
                .filter(each -> each.rule().equals(rule))
                .toList();
    }

    private void finding(Finding finding, String weight) {
        line(1, weight + "  " + finding.location());
        line(2, finding.message());
        finding.evidence().forEach((name, value) -> line(2, name + ": " + value));
        line(2, "Mend: " + finding.mend());
    }

    private static String source(CatalogueEntry entry) {
        Stream<String> pages = entry.sources().stream().map(SourceDocument::page);
        return entry.basis() + (entry.sources().isEmpty() ? "" : pages.collect(Collectors.joining(", ", " (", ")")));
    }

    private void line(int depth, String words) {
        text.append("  ".repeat(depth)).append(TerminalText.safe(words)).append('\n');
    }
}
