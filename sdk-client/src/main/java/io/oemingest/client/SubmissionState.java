package io.oemingest.client;

import org.jspecify.annotations.Nullable;

/** Where a submission stands (rule GET-13). A newer service may know more; those read as {@link #UNRECOGNIZED}. */
public enum SubmissionState {
    RECEIVED("Received", false),
    VALIDATING("Validating", false),
    SIGNING("Signing", false),
    /** Waits for a person at the service; nothing for the OEM to do (rule GET-06). */
    PENDING_MANUAL_INTERVENTION("PendingManualIntervention", false),
    SIGNED("Signed", true),
    FAILED("Failed", true),
    UNRECOGNIZED("", false);

    private final String text;
    private final boolean last;

    SubmissionState(String text, boolean last) {
        this.text = text;
        this.last = last;
    }

    /** The service's word for the state; empty for UNRECOGNIZED. */
    public String text() {
        return text;
    }

    /** Whether the submission never leaves this state. */
    public boolean isFinal() {
        return last;
    }

    static SubmissionState parse(@Nullable String text) {
        for (SubmissionState state : values()) {
            if (state.text.equals(text)) {
                return state;
            }
        }
        return UNRECOGNIZED;
    }
}
