package io.oemingest.samples.ingest;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.validation.ValidationReport;
import io.oemingest.core.validation.report.JsonReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reports that an earlier command left as JSON. */
final class SavedReports {
    private SavedReports() {}

    static ValidationReport read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return JsonReport.read(in, file.toString(), FormatLimits.defaults());
        }
    }
}
