package io.oemingest.core.validation.report;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.ValidationReportJson;
import io.oemingest.core.internal.wire.report.ReportWire;
import io.oemingest.core.validation.ValidationReport;
import java.io.IOException;
import java.io.InputStream;

/** Reports as JSON, to be stored and read again: {@code ValidationReport} of the ingestion API. */
public final class JsonReport {
    private JsonReport() {}

    /** The report as indented JSON. */
    public static String write(ValidationReport report) {
        return Json.writeIndented(ReportWire.toWire(report));
    }

    /**
     * Reads what {@link #write} wrote; the stream stays open.
     *
     * @throws MalformedFileException naming {@code sourceName} and the JSON path of what does not fit
     */
    public static ValidationReport read(InputStream in, String sourceName, FormatLimits limits) throws IOException {
        return ReportWire.toModel(Json.read(ValidationReportJson.class, in, sourceName, limits), sourceName);
    }
}
