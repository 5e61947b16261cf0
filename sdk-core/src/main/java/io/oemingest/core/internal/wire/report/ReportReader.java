package io.oemingest.core.internal.wire.report;

import static java.util.Objects.requireNonNullElse;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.wire.FindingJson;
import io.oemingest.core.internal.wire.ValidationReportJson;
import io.oemingest.core.internal.wire.ValidationReportJson.OmittedFindingsJson;
import io.oemingest.core.internal.wire.ValidationReportJson.RuleFailureJson;
import io.oemingest.core.internal.wire.ValidationReportJson.SkippedRuleJson;
import io.oemingest.core.internal.wire.ValidationReportJson.WaivedFindingJson;
import io.oemingest.core.internal.wire.ValidationReportJson.WaiverJson;
import io.oemingest.core.internal.wire.WireValues;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.OmittedFindings;
import io.oemingest.core.validation.RuleFailure;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.SkippedRule;
import io.oemingest.core.validation.ValidationProfile;
import io.oemingest.core.validation.ValidationReport;
import io.oemingest.core.validation.WaivedFinding;
import io.oemingest.core.validation.Waiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the records of one document into the model. */
final class ReportReader {
    /** An open enumeration: a weight that a newer service invented counts as this one. */
    private final Severity unknown;

    private final String sourceName;

    ReportReader(Severity unknown, String sourceName) {
        this.unknown = unknown;
        this.sourceName = sourceName;
    }

    ValidationReport report(ValidationReportJson json) throws MalformedFileException {
        return new ValidationReport(
                requireNonNullElse(json.profile(), ValidationProfile.STANDARD.name()),
                each(json.findings(), "$.findings", this::finding),
                each(requireNonNullElse(json.waived(), List.of()), "$.waived", this::waived),
                each(json.skipped(), "$.skipped", this::skipped),
                each(json.ruleFailures(), "$.ruleFailures", this::failure),
                each(requireNonNullElse(json.omitted(), List.of()), "$.omitted", this::omitted));
    }

    List<Finding> findings(List<FindingJson> findings, String path) throws MalformedFileException {
        return each(findings, path, this::finding);
    }

    private Finding finding(FindingJson json, String path) throws MalformedFileException {
        return new Finding(
                rule(json.rule(), path),
                severity(json.severity(), path),
                required(json.location(), path + ".location").toModel(sourceName, path + ".location"),
                required(json.message(), path + ".message"),
                required(json.mend(), path + ".mend"),
                requireNonNullElse(json.evidence(), Map.of()));
    }

    private WaivedFinding waived(WaivedFindingJson json, String path) throws MalformedFileException {
        Finding finding = finding(required(json.finding(), path + ".finding"), path + ".finding");
        WaiverJson waiver = required(json.waiver(), path + ".waiver");
        try {
            return new WaivedFinding(
                    finding,
                    new Waiver(
                            finding.rule(),
                            waiver.file(),
                            required(waiver.reason(), path + ".waiver.reason"),
                            required(waiver.by(), path + ".waiver.by"),
                            required(waiver.at(), path + ".waiver.at")));
        } catch (IllegalArgumentException e) {
            throw new MalformedFileException(Location.ofPart(sourceName, path), String.valueOf(e.getMessage()), e);
        }
    }

    private SkippedRule skipped(SkippedRuleJson json, String path) throws MalformedFileException {
        return new SkippedRule(rule(json.rule(), path), required(json.reason(), path + ".reason"));
    }

    private RuleFailure failure(RuleFailureJson json, String path) throws MalformedFileException {
        return new RuleFailure(rule(json.rule(), path), required(json.problem(), path + ".problem"));
    }

    private OmittedFindings omitted(OmittedFindingsJson json, String path) throws MalformedFileException {
        long count = required(json.count(), path + ".count");
        if (count < 1) {
            throw new MalformedFileException(Location.ofPart(sourceName, path + ".count"), "is not positive: " + count);
        }
        return new OmittedFindings(rule(json.rule(), path), severity(json.severity(), path), count);
    }

    private Severity severity(@Nullable String text, String path) throws MalformedFileException {
        Severity known = Severity.parseOrNull(required(text, path + ".severity"));
        return known == null ? unknown : known;
    }

    private RuleId rule(@Nullable String text, String path) throws MalformedFileException {
        return WireValues.convert(text, RuleId::new, sourceName, path + ".rule");
    }

    private <T> T required(@Nullable T value, String path) throws MalformedFileException {
        return WireValues.required(value, sourceName, path);
    }

    private <J, T> List<T> each(@Nullable List<J> values, String path, Conversion<J, T> conversion)
            throws MalformedFileException {
        List<T> converted = new ArrayList<>();
        for (J value : required(values, path)) {
            converted.add(conversion.convert(value, path + "[" + converted.size() + "]"));
        }
        return converted;
    }

    private interface Conversion<J, T> {
        T convert(J json, String path) throws MalformedFileException;
    }
}
