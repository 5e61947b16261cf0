package io.oemingest.core.validation;

import io.oemingest.core.baseline.KnownBaselines;
import io.oemingest.core.submission.SubmissionContents;
import org.jspecify.annotations.Nullable;

/**
 * What rules may know besides the submission.
 *
 * @param baselines what an image is compared with
 * @param previous the image that the submission updates, null if it updates none that is known
 */
public record ValidationContext(
        Side side, KnownBaselines baselines, @Nullable SubmissionContents previous) {
    /** Who runs the rules. */
    public enum Side {
        CLIENT,
        SERVICE
    }

    /** The run before an archive is written, without baselines and without an image before. */
    public static ValidationContext client() {
        return new ValidationContext(Side.CLIENT, KnownBaselines.NONE, null);
    }

    /** The run before signing, without baselines and without an image before. */
    public static ValidationContext service() {
        return new ValidationContext(Side.SERVICE, KnownBaselines.NONE, null);
    }

    public ValidationContext withBaselines(KnownBaselines known) {
        return new ValidationContext(side, known, previous);
    }

    public ValidationContext withPrevious(@Nullable SubmissionContents image) {
        return new ValidationContext(side, baselines, image);
    }
}
