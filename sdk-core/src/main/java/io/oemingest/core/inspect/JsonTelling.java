package io.oemingest.core.inspect;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.ValidationReportJson;
import io.oemingest.core.internal.wire.report.ReportWire;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.submission.SubmissionReceipt;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.ValidationReport;
import java.io.IOException;

/** JSON files that lie beside submissions: receipts and validation reports. */
final class JsonTelling {
    private JsonTelling() {}

    static void receipt(Facts facts, SubmissionReceipt receipt) {
        facts.put("service", receipt.service())
                .put("archive", receipt.archive())
                .put("upload", receipt.upload())
                .put("offset", Value.bytes(receipt.offset()))
                .put(
                        "ticket",
                        receipt.ticket() == null ? null : receipt.ticket().id());
    }

    static ValidationReport readReport(ByteSource source, FormatLimits limits) throws IOException {
        return ReportWire.toModel(
                Json.read(ValidationReportJson.class, source.stream(), source.name(), limits), source.name());
    }

    static void report(Facts facts, ValidationReport report) {
        facts.put("acceptable", report.acceptable())
                .table("findings", report.findings(), JsonTelling::finding)
                .table(
                        "skipped",
                        report.skipped(),
                        (row, each) -> row.put("rule", each.rule().text()).put("reason", each.reason()))
                .table(
                        "ruleFailures",
                        report.ruleFailures(),
                        (row, each) -> row.put("rule", each.rule().text()).put("problem", each.problem()));
    }

    private static void finding(Facts row, Finding finding) {
        row.put("severity", finding.severity().text())
                .put("rule", finding.rule().text())
                .put("location", finding.location())
                .put("message", finding.message())
                .put("mend", finding.mend());
    }
}
