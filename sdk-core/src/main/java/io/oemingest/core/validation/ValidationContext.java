package io.oemingest.core.validation;

import io.oemingest.core.baseline.KnownBaselines;

/**
 * What rules may know besides the submission.
 *
 * @param baselines what an image is compared with
 */
public record ValidationContext(Side side, KnownBaselines baselines) {
    /** Who runs the rules. */
    public enum Side {
        CLIENT,
        SERVICE
    }

    /** The run before an archive is written, without baselines. */
    public static ValidationContext client() {
        return new ValidationContext(Side.CLIENT, KnownBaselines.NONE);
    }

    /** The run before signing, without baselines. */
    public static ValidationContext service() {
        return new ValidationContext(Side.SERVICE, KnownBaselines.NONE);
    }

    public ValidationContext withBaselines(KnownBaselines known) {
        return new ValidationContext(side, known);
    }
}
