package io.oemingest.core.update;

import org.jspecify.annotations.Nullable;

/** The codes beside a status that is not on track. They are this project's: no document prints one. */
public enum UpdateError {
    /** The update could not be made; it can be tried again. */
    GENERATION_FAILED(1001, "The update could not be made."),
    GIVEN_UP(1002, "The update could not be made, and it was not tried again."),
    CANCELLED(1003, "The request was cancelled."),
    /** A newer request took its place (rule CAN-04). */
    REPLACED(1004, "A newer request took the place of this one."),
    WITHDRAWN(1005, "The operators have withdrawn the update."),
    /** The status could not be computed this time (rule STA-05). */
    STATUS_UNAVAILABLE(
            1006,
            "The status could not be retrieved. There is nothing for the OEM to do; the operators of the service look into"
                    + " it. Ask again later.");

    private final int code;
    private final String message;

    UpdateError(int code, String message) {
        this.code = code;
        this.message = message;
    }

    /** The number on the wire; never used for another error once published. */
    public int code() {
        return code;
    }

    /** What it means, in sentences. */
    public String message() {
        return message;
    }

    /** The constant of this number, or null for an unknown or absent one. */
    public static @Nullable UpdateError ofCodeOrNull(@Nullable Integer code) {
        for (UpdateError value : values()) {
            if (code != null && value.code == code) {
                return value;
            }
        }
        return null;
    }
}
