package io.oemingest.core.validation.report;

import io.oemingest.core.validation.CatalogueEntry;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.OmittedFindings;
import io.oemingest.core.validation.RuleCatalogue;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.ValidationReport;
import io.oemingest.core.validation.WaivedFinding;
import io.oemingest.core.validation.Waiver;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A report as one HTML page: no script, nothing from elsewhere, every text escaped. */
final class HtmlReport {
    private final HtmlWriter html = new HtmlWriter();
    private final ValidationReport report;

    private HtmlReport(ValidationReport report) {
        this.report = report;
    }

    static String write(ValidationReport report) {
        return new HtmlReport(report).page();
    }

    private String page() {
        String verdict = report.acceptable() ? "Acceptable" : "Not acceptable";
        html.start("Validation report: " + verdict);
        html.element("h1", report.acceptable() ? "good" : "bad", verdict);
        html.element(
                "p",
                "",
                report.count(Severity.BLOCK) + " blocking, " + report.count(Severity.WARN) + " warnings, "
                        + report.count(Severity.INFO) + " notes, "
                        + report.waived().size() + " waived, "
                        + report.skipped().size() + " not checked. Profile: " + report.profile() + ".");
        findings("Blocking", Severity.BLOCK);
        findings("Warnings", Severity.WARN);
        findings("Notes", Severity.INFO);
        waived();
        rows("Not checked", report.skipped(), each -> List.of(each.rule().text(), each.reason()));
        rows(
                "Rules that broke down (a fault of the library)",
                report.ruleFailures(),
                each -> List.of(each.rule().text(), each.problem()));
        return html.end();
    }

    private void findings(String title, Severity severity) {
        Map<RuleId, List<Finding>> byRule = report.findings(severity).stream()
                .collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.toList()));
        Map<RuleId, Long> more = report.omitted().stream()
                .filter(each -> each.severity() == severity)
                .collect(Collectors.toMap(OmittedFindings::rule, OmittedFindings::count, Long::sum));
        TreeSet<RuleId> rules = new TreeSet<>(byRule.keySet());
        rules.addAll(more.keySet());
        if (!rules.isEmpty()) {
            html.element("h2", severity.text(), title);
        }
        for (RuleId rule : rules) {
            heading(rule);
            html.table("Place", "What is wrong", "Mend", "Evidence");
            byRule.getOrDefault(rule, List.of()).forEach(this::row);
            html.endTable();
            if (more.containsKey(rule)) {
                html.element("p", "", "… and " + more.get(rule) + " more");
            }
        }
    }

    private void heading(RuleId rule) {
        CatalogueEntry entry = RuleCatalogue.standard().find(rule);
        html.element("h3", "", entry == null ? rule.text() : rule + " " + entry.title());
        if (entry != null) {
            html.element("p", "", entry.explanation() + " (" + entry.basis() + ")");
        }
    }

    private void row(Finding finding) {
        html.row(finding.location().toString(), finding.message(), finding.mend(), evidence(finding));
    }

    private void waived() {
        rows("Waived", report.waived(), HtmlReport::cells);
    }

    private static List<String> cells(WaivedFinding waived) {
        Finding finding = waived.finding();
        Waiver waiver = waived.waiver();
        return List.of(
                finding.rule().text(),
                finding.location() + ": " + finding.message(),
                waiver.by() + ", " + waiver.at(),
                waiver.reason());
    }

    private <T> void rows(String title, List<T> values, Function<T, List<String>> cells) {
        if (!values.isEmpty()) {
            html.element("h2", "", title);
            html.table();
            values.forEach(each -> html.row(cells.apply(each).toArray(String[]::new)));
            html.endTable();
        }
    }

    private static String evidence(Finding finding) {
        return finding.evidence().entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining("; "));
    }
}
