package io.oemingest.core.submission;

import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionContext;
import io.oemingest.core.model.SubmissionType;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What an OEM asks to be signed: one form for each type of submission. */
public sealed interface FirmwareSubmission permits Image, PartialImage, FfuCatalog {
    SubmissionType type();

    ProductType product();

    SubmissionContext context();

    /** The history of the image that the packages belong to. */
    @Nullable
    Path updateHistory();

    /** The input from which the image was built. */
    @Nullable
    Path oemInput();
}
