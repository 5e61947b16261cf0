package io.oemingest.core.validation;

import java.util.List;

/** A report as text for people: the verdict, then the findings by weight, then what was not checked. */
final class ReportText {
    private final StringBuilder text = new StringBuilder();

    private ReportText() {}

    static String of(ValidationReport report) {
        ReportText writer = new ReportText();
        writer.line((report.acceptable() ? "Acceptable: " : "Not acceptable: ") + counts(report));
        writer.section("Blocking", report.findings(Severity.BLOCK));
        writer.section("Warnings", report.findings(Severity.WARN));
        writer.section("Notes", report.findings(Severity.INFO));
        if (!report.skipped().isEmpty()) {
            writer.line("").line("Not checked");
            report.skipped().forEach(each -> writer.line("  " + each.rule() + "  " + each.reason()));
        }
        if (!report.ruleFailures().isEmpty()) {
            writer.line("").line("Rules that broke down (a fault of this library, please report it)");
            report.ruleFailures().forEach(each -> writer.line("  " + each.rule() + "  " + each.problem()));
        }
        return writer.text.toString();
    }

    private static String counts(ValidationReport report) {
        return report.findings(Severity.BLOCK).size() + " blocking, "
                + counted(report.findings(Severity.WARN).size(), "warning") + ", "
                + counted(report.findings(Severity.INFO).size(), "note") + ", "
                + report.skipped().size() + " not checked";
    }

    private static String counted(int count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }

    private void section(String title, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        line("").line(title);
        for (Finding finding : findings) {
            line("  " + finding.rule() + "  " + finding.location());
            line("          " + finding.message());
            line("          Mend: " + finding.mend());
        }
    }

    private ReportText line(String line) {
        // Names come out of files; they must not move the cursor of a terminal.
        text.append(line.replaceAll("\\p{Cntrl}", "?")).append('\n');
        return this;
    }
}
