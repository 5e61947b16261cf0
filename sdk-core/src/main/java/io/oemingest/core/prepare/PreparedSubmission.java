package io.oemingest.core.prepare;

import io.oemingest.core.validation.ValidationReport;
import java.nio.file.Path;

/**
 * An archive ready to be submitted.
 *
 * @param report acceptable, and perhaps with warnings
 * @param reportFile the report as JSON beside the archive
 */
public record PreparedSubmission(Path archive, ValidationReport report, Path reportFile) {}
