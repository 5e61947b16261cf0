package io.oemingest.core.update;

import org.jspecify.annotations.Nullable;

/**
 * The documented status of a request (rule STA-06).
 *
 * @param word the state in the service's own word, also when {@code state} is UNRECOGNIZED
 * @param errorCode a code of {@link UpdateError}; null when on track or done
 * @param errorMessage in sentences; null when on track or done
 */
public record UpdateStatus(
        UpdateState state,
        String word,
        @Nullable Integer errorCode,
        @Nullable String errorMessage) {

    /** A status without an error. */
    public static UpdateStatus of(UpdateState state) {
        return new UpdateStatus(state, state.text(), null, null);
    }

    /** A status with an error and, behind its sentence, what is known of the cause. */
    public static UpdateStatus of(UpdateState state, UpdateError error, @Nullable String cause) {
        String message = cause == null ? error.message() : error.message() + " " + cause;
        return new UpdateStatus(state, state.text(), error.code(), message);
    }
}
