package io.oemingest.core.update;

import org.jspecify.annotations.Nullable;

/** The five documented values of a request's status. A newer service may know more; those read as {@link #UNRECOGNIZED}. */
public enum UpdateState {
    IN_PROCESS_ON_TRACK("InProcessOnTrack", false),
    /** Failed, and can be tried again (rule STA-02). */
    IN_PROCESS_FAILURE("InProcessFailure", false),
    COMPLETED_FAILURE("CompletedFailure", true),
    COMPLETED_SUCCESS("CompletedSuccess", true),
    /** An answer and no state: the next one may tell more (rule STA-05). */
    FAILED_TO_RETRIEVE_STATUS("FailedToRetrieveStatus", false),
    UNRECOGNIZED("", false);

    private final String text;
    private final boolean last;

    UpdateState(String text, boolean last) {
        this.text = text;
        this.last = last;
    }

    /** The spelling of the original vocabulary; empty for UNRECOGNIZED. */
    public String text() {
        return text;
    }

    /** Whether the request is at its end; even then the operators may withdraw what is live. */
    public boolean isFinal() {
        return last;
    }

    /** The constant spelled so, or null for an unknown, empty or absent text. */
    public static @Nullable UpdateState parseOrNull(@Nullable String text) {
        for (UpdateState value : values()) {
            if (value != UNRECOGNIZED && value.text.equals(text)) {
                return value;
            }
        }
        return null;
    }
}
