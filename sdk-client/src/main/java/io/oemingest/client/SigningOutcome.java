package io.oemingest.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What waiting for a submission came to. */
public sealed interface SigningOutcome {

    /** The submission as last seen. */
    SubmissionStatus status();

    /** The signed archive is ready to be retrieved. */
    record Signed(SubmissionStatus status) implements SigningOutcome {}

    /** The submission failed for good (rule GET-07); the service's validation report may say why. */
    record Failed(SubmissionStatus status) implements SigningOutcome {}

    /**
     * The time given was not enough. Wait again as often as needed.
     *
     * @param askAgainAfter how long the service wants to be left alone, or null if it did not say (rule GET-10)
     */
    record StillRunning(SubmissionStatus status, @Nullable Duration askAgainAfter) implements SigningOutcome {

        /** Whether the submission waits for a person at the service (rule GET-06). */
        public boolean isPendingManualIntervention() {
            return status.state() == SubmissionState.PENDING_MANUAL_INTERVENTION;
        }
    }
}
