package io.oemingest.client;

import io.oemingest.core.model.SubmissionTicket;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A submission as the service describes it.
 *
 * @param rawState the state in the service's own word, also when {@code state} is UNRECOGNIZED
 * @param type the submission's type in the original vocabulary
 * @param step what the service is doing
 * @param message a sentence for people, present above all when the submission failed
 */
public record SubmissionStatus(
        SubmissionTicket ticket,
        SubmissionState state,
        String rawState,
        @Nullable String type,
        @Nullable String step,
        @Nullable String message,
        @Nullable Instant created,
        @Nullable Instant changed,
        List<String> warnings) {

    public SubmissionStatus {
        warnings = List.copyOf(warnings);
    }
}
