package io.oemingest.core.submission;

import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionContext;
import io.oemingest.core.model.SubmissionType;
import org.jspecify.annotations.Nullable;

/**
 * What a submission is declared to be.
 *
 * @param baseline whether later images are to be compared with it; for images only (rule INI-15)
 */
public record SubmissionKind(SubmissionType type, SubmissionContext context, ProductType product, boolean baseline) {
    /** What contradicts itself, as the rest of a sentence, or null. */
    @Nullable
    String problem() {
        if (baseline && type != SubmissionType.IMAGE) {
            return "declares a baseline that is no image";
        }
        return context == SubmissionContext.CONTEXT_FREE && type != SubmissionType.PARTIAL_IMAGE
                ? "is context-free and no partial image"
                : null;
    }
}
