package io.oemingest.core.submission;

import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionContext;
import io.oemingest.core.model.SubmissionType;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Some packages of an image, all of one folder (rules INI-19, INI-21). */
public sealed interface PartialImage extends FirmwareSubmission
        permits PartialImage.Contextual, PartialImage.ContextFree {
    /** The folder whose files are the packages. */
    Path packageDirectory();

    @Override
    default SubmissionType type() {
        return SubmissionType.PARTIAL_IMAGE;
    }

    /** Packages that travel with the history of their image and are judged against it (rule INI-31). */
    record Contextual(Path updateHistory, Path oemInput, Path packageDirectory, ProductType product)
            implements PartialImage {
        @Override
        public SubmissionContext context() {
            return SubmissionContext.CONTEXTUAL;
        }
    }

    /** Packages without an image; the usages of their present signers decide alone (rule INI-32). */
    record ContextFree(Path packageDirectory, @Nullable Path oemInput, ProductType product) implements PartialImage {
        /** Packages alone, as most are. */
        public ContextFree(Path packageDirectory, ProductType product) {
            this(packageDirectory, null, product);
        }

        @Override
        public SubmissionContext context() {
            return SubmissionContext.CONTEXT_FREE;
        }

        @Override
        public @Nullable Path updateHistory() {
            return null;
        }
    }
}
