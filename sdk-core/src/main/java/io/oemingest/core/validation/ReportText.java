package io.oemingest.core.validation;

import io.oemingest.core.io.TerminalText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A report as text for people: the verdict, then the findings by weight and rule, then what counts for nothing. */
final class ReportText {
    private static final String RESET = "\u001b[0m";
    private static final String BOLD = "\u001b[1m";

    private final StringBuilder text = new StringBuilder();
    private final ValidationReport report;
    private final boolean coloured;

    private ReportText(ValidationReport report, boolean coloured) {
        this.report = report;
        this.coloured = coloured;
    }

    static String of(ValidationReport report, boolean coloured) {
        ReportText writer = new ReportText(report, coloured);
        writer.line(
                writer.painted(BOLD, report.acceptable() ? "Acceptable" : "Not acceptable") + ": " + writer.counts());
        writer.section("Blocking", Severity.BLOCK);
        writer.section("Warnings", Severity.WARN);
        writer.section("Notes", Severity.INFO);
        writer.waived();
        writer.apart(
                "Not checked",
                report.skipped().stream()
                        .map(each -> each.rule() + "  " + each.reason())
                        .toList());
        writer.apart(
                "Rules that broke down (a fault of this library, please report it)",
                report.ruleFailures().stream()
                        .map(each -> each.rule() + "  " + each.problem())
                        .toList());
        return writer.text.toString();
    }

    private String counts() {
        return report.count(Severity.BLOCK) + " blocking, "
                + counted(report.count(Severity.WARN), "warning") + ", "
                + counted(report.count(Severity.INFO), "note") + ", "
                + (report.waived().isEmpty() ? "" : report.waived().size() + " waived, ")
                + report.skipped().size() + " not checked"
                + (report.profile().equals(ValidationProfile.STANDARD.name())
                        ? ""
                        : " (profile " + TerminalText.safe(report.profile()) + ")");
    }

    private static String counted(long count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }

    private void section(String title, Severity severity) {
        if (report.count(severity) == 0) {
            return;
        }
        line("").line(painted(colour(severity), title));
        Map<RuleId, List<Finding>> byRule = report.findings(severity).stream()
                .collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.toList()));
        Map<RuleId, Long> more = report.omitted().stream()
                .filter(each -> each.severity() == severity)
                .collect(Collectors.toMap(OmittedFindings::rule, OmittedFindings::count, Long::sum, TreeMap::new));
        more.keySet().forEach(rule -> byRule.computeIfAbsent(rule, key -> List.of()));
        byRule.forEach((rule, findings) -> rule(rule, findings, more.getOrDefault(rule, 0L)));
    }

    private void rule(RuleId rule, List<Finding> findings, long more) {
        CatalogueEntry entry = RuleCatalogue.standard().find(rule);
        line("  " + painted(BOLD, rule.text())
                + (entry == null ? "" : "  " + entry.title() + " (" + entry.basis() + ")"));
        findings.forEach(this::finding);
        if (more > 0) {
            line("    … and " + more + " more");
        }
    }

    private void finding(Finding finding) {
        line("    " + TerminalText.safe(finding.location().toString()));
        line("      " + TerminalText.safe(finding.message()));
        line("      Mend: " + TerminalText.safe(finding.mend()));
        String side = finding.evidence().get(Evidence.SIDE);
        if (side != null) {
            line("      Found by: " + TerminalText.safe(side));
        }
    }

    private void waived() {
        if (report.waived().isEmpty()) {
            return;
        }
        line("").line("Waived");
        for (WaivedFinding each : report.waived()) {
            Finding finding = each.finding();
            Waiver waiver = each.waiver();
            line("  " + finding.rule() + "  " + TerminalText.safe(finding.location() + ": " + finding.message()));
            line("      By " + TerminalText.safe(waiver.by()) + ", " + waiver.at() + ": "
                    + TerminalText.safe(waiver.reason()));
        }
    }

    private void apart(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            line("").line(title);
            lines.forEach(each -> line("  " + TerminalText.safe(each)));
        }
    }

    private static String colour(Severity severity) {
        return switch (severity) {
            case BLOCK -> "\u001b[31m";
            case WARN -> "\u001b[33m";
            case INFO -> "\u001b[36m";
        };
    }

    private String painted(String colour, String words) {
        return coloured ? colour + words + RESET : words;
    }

    private ReportText line(String line) {
        text.append(line).append('\n');
        return this;
    }
}
