package io.oemingest.core.validation;

/** What rules may know besides the submission. */
public record ValidationContext(Side side) {
    /** Who runs the rules. */
    public enum Side {
        CLIENT,
        SERVICE
    }

    /** The run before an archive is written. */
    public static ValidationContext client() {
        return new ValidationContext(Side.CLIENT);
    }

    /** The run before signing. */
    public static ValidationContext service() {
        return new ValidationContext(Side.SERVICE);
    }
}
