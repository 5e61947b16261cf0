package io.oemingest.core.internal.wire.report;

import static io.oemingest.core.internal.wire.WireValues.required;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.wire.FindingJson;
import io.oemingest.core.internal.wire.LocationJson;
import io.oemingest.core.internal.wire.ValidationReportJson;
import io.oemingest.core.internal.wire.ValidationReportJson.OmittedFindingsJson;
import io.oemingest.core.internal.wire.ValidationReportJson.RuleFailureJson;
import io.oemingest.core.internal.wire.ValidationReportJson.SkippedRuleJson;
import io.oemingest.core.internal.wire.ValidationReportJson.WaivedFindingJson;
import io.oemingest.core.internal.wire.ValidationReportJson.WaiverJson;
import io.oemingest.core.validation.CatalogueEntry;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleCatalogue;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.ValidationReport;
import io.oemingest.core.validation.WaivedFinding;
import io.oemingest.core.validation.Waiver;
import java.util.List;

/** Converts reports and findings; what does not fit is a {@link MalformedFileException} with its JSON path. */
public final class ReportWire {
    private ReportWire() {}

    public static ValidationReportJson toWire(ValidationReport report) {
        return new ValidationReportJson(
                report.acceptable(),
                report.profile(),
                toWire(report.findings()),
                report.waived().stream().map(ReportWire::toWire).toList(),
                report.skipped().stream()
                        .map(each -> new SkippedRuleJson(each.rule().text(), each.reason()))
                        .toList(),
                report.ruleFailures().stream()
                        .map(each -> new RuleFailureJson(each.rule().text(), each.problem()))
                        .toList(),
                report.omitted().stream()
                        .map(each -> new OmittedFindingsJson(
                                each.rule().text(), each.severity().text(), each.count()))
                        .toList());
    }

    public static List<FindingJson> toWire(List<Finding> findings) {
        return findings.stream().map(ReportWire::toWire).toList();
    }

    private static FindingJson toWire(Finding finding) {
        CatalogueEntry entry = RuleCatalogue.standard().find(finding.rule());
        return new FindingJson(
                finding.rule().text(),
                finding.severity().text(),
                LocationJson.of(finding.location()),
                finding.message(),
                finding.mend(),
                entry == null ? null : entry.basis(),
                finding.evidence().isEmpty() ? null : finding.evidence());
    }

    private static WaivedFindingJson toWire(WaivedFinding waived) {
        Waiver waiver = waived.waiver();
        return new WaivedFindingJson(
                toWire(waived.finding()), new WaiverJson(waiver.file(), waiver.reason(), waiver.by(), waiver.at()));
    }

    /** The report; whether it is acceptable is judged again, and an answer that says otherwise is refused. */
    public static ValidationReport toModel(ValidationReportJson json, String sourceName) throws MalformedFileException {
        boolean acceptable = required(json.acceptable(), sourceName, "$.acceptable");
        ReportReader reader = new ReportReader(acceptable ? Severity.WARN : Severity.BLOCK, sourceName);
        ValidationReport report = reader.report(json);
        if (report.acceptable() != acceptable) {
            throw new MalformedFileException(
                    Location.ofPart(sourceName, "$.acceptable"), "does not follow from the findings");
        }
        return report;
    }

    /** Findings that stand at {@code path}; one of an unknown weight is a warning. */
    public static List<Finding> toModel(List<FindingJson> findings, String sourceName, String path)
            throws MalformedFileException {
        return new ReportReader(Severity.WARN, sourceName).findings(findings, path);
    }
}
