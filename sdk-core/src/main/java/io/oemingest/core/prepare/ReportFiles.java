package io.oemingest.core.prepare;

import io.oemingest.core.internal.io.AtomicFiles;
import io.oemingest.core.validation.ValidationReport;
import io.oemingest.core.validation.report.JsonReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The report beside an archive, for programs and for people. */
final class ReportFiles {
    private ReportFiles() {}

    static byte[] json(ValidationReport report) {
        return JsonReport.write(report).getBytes(StandardCharsets.UTF_8);
    }

    /** Writes both forms. @return the JSON file */
    static Path write(Path archive, ValidationReport report) throws IOException {
        Path json = archive.resolveSibling(archive.getFileName() + ".validation-report.json");
        Path text = archive.resolveSibling(archive.getFileName() + ".validation-report.txt");
        AtomicFiles.write(json, file -> Files.write(file, json(report)));
        AtomicFiles.write(text, file -> Files.writeString(file, report.toText()));
        return json;
    }
}
