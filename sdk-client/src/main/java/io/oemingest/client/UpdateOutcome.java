package io.oemingest.client;

import io.oemingest.core.update.RequestForUpdate;
import io.oemingest.core.update.UpdateState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What waiting for a request for update came to. */
public sealed interface UpdateOutcome {

    /** The request as last seen. */
    RequestForUpdate request();

    /** The request has come to the stage, or further: also a trial to its end, without any approval (rule RFU-23). */
    record Reached(RequestForUpdate request) implements UpdateOutcome {}

    /** It goes no further; its status says why. */
    record Failed(RequestForUpdate request) implements UpdateOutcome {

        /** Whether it can be tried again (rule STA-02). */
        public boolean canBeRetried() {
            return request.status().state() == UpdateState.IN_PROCESS_FAILURE;
        }
    }

    /**
     * The time given was not enough. Wait again as often as needed.
     *
     * @param askAgainAfter how long the service wants to be left alone, or null if it did not say
     */
    record StillRunning(RequestForUpdate request, @Nullable Duration askAgainAfter) implements UpdateOutcome {

        /** Whether the service could not tell where the request stands; nothing for the OEM to do (rule STA-05). */
        public boolean isStatusUnavailable() {
            return request.status().state() == UpdateState.FAILED_TO_RETRIEVE_STATUS;
        }
    }
}
