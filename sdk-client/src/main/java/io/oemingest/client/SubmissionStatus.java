package io.oemingest.client;

import io.oemingest.core.io.Digest;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.validation.Finding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A submission as the service describes it.
 *
 * @param rawState the state in the service's own word, also when {@code state} is UNRECOGNIZED
 * @param step what the service does or did last
 * @param message a sentence for people
 * @param type the submission's type in the original vocabulary
 * @param archive SHA-256 of the submission archive
 * @param failure why it failed; null in every other state
 * @param warnings findings that did not stop it; lists leave them out
 */
public record SubmissionStatus(
        SubmissionTicket ticket,
        SubmissionState state,
        String rawState,
        @Nullable String step,
        @Nullable String message,
        @Nullable String type,
        @Nullable Digest archive,
        @Nullable Instant created,
        @Nullable Instant changed,
        @Nullable Failure failure,
        List<Finding> warnings) {

    public SubmissionStatus {
        warnings = List.copyOf(warnings);
    }

    /**
     * Why a submission failed.
     *
     * @param reasonCode as the service spelled it
     * @param details one or more sentences
     */
    public record Failure(String reasonCode, String details) {}
}
