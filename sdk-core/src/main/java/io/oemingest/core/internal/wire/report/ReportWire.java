package io.oemingest.core.internal.wire.report;

import static io.oemingest.core.internal.wire.WireValues.convert;
import static io.oemingest.core.internal.wire.WireValues.required;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.wire.FindingJson;
import io.oemingest.core.internal.wire.LocationJson;
import io.oemingest.core.internal.wire.ValidationReportJson;
import io.oemingest.core.internal.wire.ValidationReportJson.RuleFailureJson;
import io.oemingest.core.internal.wire.ValidationReportJson.SkippedRuleJson;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleFailure;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.SkippedRule;
import io.oemingest.core.validation.ValidationReport;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts reports and findings; what does not fit is a {@link MalformedFileException} with its JSON path. */
public final class ReportWire {
    private ReportWire() {}

    public static ValidationReportJson toWire(ValidationReport report) {
        return new ValidationReportJson(
                report.acceptable(),
                toWire(report.findings()),
                report.skipped().stream()
                        .map(each -> new SkippedRuleJson(each.rule().text(), each.reason()))
                        .toList(),
                report.ruleFailures().stream()
                        .map(each -> new RuleFailureJson(each.rule().text(), each.problem()))
                        .toList());
    }

    public static List<FindingJson> toWire(List<Finding> findings) {
        return findings.stream()
                .map(each -> new FindingJson(
                        each.rule().text(),
                        each.severity().text(),
                        LocationJson.of(each.location()),
                        each.message(),
                        each.mend()))
                .toList();
    }

    /** The report; whether it is acceptable is judged again, and an answer that says otherwise is refused. */
    public static ValidationReport toModel(ValidationReportJson json, String sourceName) throws MalformedFileException {
        List<SkippedRule> skipped = new ArrayList<>();
        for (SkippedRuleJson each : required(json.skipped(), sourceName, "$.skipped")) {
            String path = "$.skipped[" + skipped.size() + "]";
            skipped.add(new SkippedRule(
                    rule(each.rule(), sourceName, path), required(each.reason(), sourceName, path + ".reason")));
        }
        List<RuleFailure> failures = new ArrayList<>();
        for (RuleFailureJson each : required(json.ruleFailures(), sourceName, "$.ruleFailures")) {
            String path = "$.ruleFailures[" + failures.size() + "]";
            failures.add(new RuleFailure(
                    rule(each.rule(), sourceName, path), required(each.problem(), sourceName, path + ".problem")));
        }
        boolean acceptable = required(json.acceptable(), sourceName, "$.acceptable");
        List<Finding> findings = findings(
                required(json.findings(), sourceName, "$.findings"),
                acceptable ? Severity.WARN : Severity.BLOCK,
                sourceName,
                "$.findings");
        ValidationReport report = new ValidationReport(findings, skipped, failures);
        if (report.acceptable() != acceptable) {
            throw new MalformedFileException(
                    Location.ofPart(sourceName, "$.acceptable"), "does not follow from the findings");
        }
        return report;
    }

    /** Findings that stand at {@code path}; one of an unknown weight is a warning. */
    public static List<Finding> toModel(List<FindingJson> findings, String sourceName, String path)
            throws MalformedFileException {
        return findings(findings, Severity.WARN, sourceName, path);
    }

    /** An open enumeration: a weight that a newer service invented counts as {@code unknown}. */
    private static List<Finding> findings(List<FindingJson> findings, Severity unknown, String sourceName, String path)
            throws MalformedFileException {
        List<Finding> converted = new ArrayList<>();
        for (FindingJson each : findings) {
            converted.add(finding(each, unknown, sourceName, path + "[" + converted.size() + "]"));
        }
        return converted;
    }

    private static Finding finding(FindingJson json, Severity unknown, String sourceName, String path)
            throws MalformedFileException {
        Severity known = Severity.parseOrNull(required(json.severity(), sourceName, path + ".severity"));
        return new Finding(
                rule(json.rule(), sourceName, path),
                known == null ? unknown : known,
                required(json.location(), sourceName, path + ".location").toModel(sourceName, path + ".location"),
                required(json.message(), sourceName, path + ".message"),
                required(json.mend(), sourceName, path + ".mend"));
    }

    private static RuleId rule(@Nullable String text, String sourceName, String path) throws MalformedFileException {
        return convert(text, RuleId::new, sourceName, path + ".rule");
    }
}
