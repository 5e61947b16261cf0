package io.oemingest.core.submission;

import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionContext;
import io.oemingest.core.model.SubmissionType;
import java.nio.file.Path;

/**
 * The catalog of a full flash update image. Everything up to the image's payload is submitted and never the payload
 * (rule INI-30).
 *
 * @param ffu full path of the image
 */
public record FfuCatalog(Path updateHistory, Path oemInput, Path ffu, ProductType product)
        implements FirmwareSubmission {
    @Override
    public SubmissionType type() {
        return SubmissionType.FFU_CATALOG;
    }

    @Override
    public SubmissionContext context() {
        return SubmissionContext.CONTEXTUAL;
    }
}
