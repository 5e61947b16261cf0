package io.oemingest.core.validation.report;

import io.oemingest.core.internal.xml.XmlWriter;
import io.oemingest.core.io.TerminalText;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.OmittedFindings;
import io.oemingest.core.validation.RuleFailure;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.SkippedRule;
import io.oemingest.core.validation.ValidationReport;
import io.oemingest.core.validation.WaivedFinding;
import java.nio.charset.StandardCharsets;

/**
 * A report as JUnit XML: one test case for the verdict and one for each finding, skipped rule and rule that broke down.
 * What blocks fails, what warns passes with a text, what was waived or skipped is skipped.
 */
final class JunitReport {
    private final XmlWriter xml = new XmlWriter("UTF-8");
    private final ValidationReport report;

    private JunitReport(ValidationReport report) {
        this.report = report;
    }

    static String write(ValidationReport report) {
        JunitReport writer = new JunitReport(report);
        writer.suite();
        // The XML of the field ends lines with CR LF; reports are for everybody.
        return new String(writer.xml.toBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n") + '\n';
    }

    private void suite() {
        long blocking = report.findings(Severity.BLOCK).size() + omitted(Severity.BLOCK);
        int skipped = report.waived().size() + report.skipped().size();
        int broken = report.ruleFailures().size();
        long cases = 1L + report.findings().size() + report.omitted().size() + skipped + broken;
        xml.open(
                "testsuite",
                "name",
                "validation",
                "tests",
                Long.toString(cases),
                "failures",
                Long.toString(blocking + (report.acceptable() ? 0 : 1)),
                "errors",
                Integer.toString(broken),
                "skipped",
                Integer.toString(skipped));
        verdict();
        report.findings().forEach(this::finding);
        report.omitted().forEach(this::omitted);
        report.waived().forEach(this::waived);
        report.skipped().forEach(this::skipped);
        report.ruleFailures().forEach(this::broken);
        xml.close();
    }

    private long omitted(Severity severity) {
        return report.omitted().stream()
                .filter(each -> each.severity() == severity)
                .count();
    }

    private void verdict() {
        xml.open("testcase", "classname", "validation", "name", "acceptable");
        if (!report.acceptable()) {
            xml.empty("failure", "type", "NotAcceptable", "message", "The submission is not acceptable.");
        }
        xml.close();
    }

    private void finding(Finding finding) {
        said(finding.rule(), finding.location().toString(), finding.severity(), text(finding));
    }

    private void omitted(OmittedFindings omitted) {
        String text = omitted.count() + " more findings of this rule are not listed.";
        said(omitted.rule(), "more", omitted.severity(), text);
    }

    private void said(RuleId rule, String place, Severity severity, String text) {
        open(rule, place);
        if (severity == Severity.BLOCK) {
            xml.empty("failure", "type", severity.text(), "message", text);
        } else {
            xml.leaf("system-out", severity.text() + ": " + text);
        }
        xml.close();
    }

    private void waived(WaivedFinding waived) {
        open(waived.finding().rule(), waived.finding().location().toString());
        String decision = "Waived by " + waived.waiver().by() + ", "
                + waived.waiver().at() + ": " + waived.waiver().reason() + " ";
        xml.empty("skipped", "message", safe(decision) + text(waived.finding())).close();
    }

    private void skipped(SkippedRule skipped) {
        open(skipped.rule(), "not checked");
        xml.empty("skipped", "message", safe(skipped.reason())).close();
    }

    private void broken(RuleFailure failure) {
        open(failure.rule(), "broke down");
        xml.empty("error", "type", "RuleFailure", "message", safe(failure.problem()))
                .close();
    }

    private void open(RuleId rule, String name) {
        xml.open("testcase", "classname", rule.text(), "name", safe(name));
    }

    private static String text(Finding finding) {
        return safe(finding.message() + " Mend: " + finding.mend());
    }

    /** XML has no place for control characters and for two that are none. */
    private static String safe(String text) {
        return TerminalText.safe(text).replace('\ufffe', '?').replace('\uffff', '?');
    }
}
