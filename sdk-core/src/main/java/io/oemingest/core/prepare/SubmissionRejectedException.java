package io.oemingest.core.prepare;

import io.oemingest.core.validation.ValidationReport;
import java.nio.file.Path;

/** The submission was read and is not acceptable; no archive was written, the report was (rule INI-22). */
public class SubmissionRejectedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ValidationReport report;
    private final transient Path reportFile;

    public SubmissionRejectedException(ValidationReport report, Path reportFile) {
        super("The submission is not acceptable, see " + reportFile + System.lineSeparator() + report.toText());
        this.report = report;
        this.reportFile = reportFile;
    }

    public ValidationReport report() {
        return report;
    }

    /** The report as JSON; the same name with {@code .txt} is for people. */
    public Path reportFile() {
        return reportFile;
    }
}
