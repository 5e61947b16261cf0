package io.oemingest.core.update;

import org.jspecify.annotations.Nullable;

/** How far a request has come; finer than its documented state. A newer service may know more; those read as {@link #UNRECOGNIZED}. */
public enum UpdateStage {
    ACCEPTED("Accepted", UpdateState.IN_PROCESS_ON_TRACK),
    GENERATING("Generating", UpdateState.IN_PROCESS_ON_TRACK),
    GENERATION_FAILED("GenerationFailed", UpdateState.IN_PROCESS_FAILURE),
    /** On the preview server, where OEM and operator try it out (rule APR-01). */
    PREVIEW("Preview", UpdateState.IN_PROCESS_ON_TRACK),
    /** Approved to ship live by both. */
    APPROVED("Approved", UpdateState.IN_PROCESS_ON_TRACK),
    LIVE("Live", UpdateState.COMPLETED_SUCCESS),
    /** A trial has got its update, which never goes live (rule RFU-23). */
    TRIAL_PUBLISHED("TrialPublished", UpdateState.COMPLETED_SUCCESS),
    /** Failed, and nobody wanted to try again (rule STA-03). */
    GIVEN_UP("GivenUp", UpdateState.COMPLETED_FAILURE),
    CANCELLED("Cancelled", UpdateState.COMPLETED_FAILURE),
    /** Taken back by the operators after it was live (rule CAN-03). */
    WITHDRAWN("Withdrawn", UpdateState.COMPLETED_FAILURE),
    UNRECOGNIZED("", UpdateState.UNRECOGNIZED);

    private final String text;
    private final UpdateState state;

    UpdateStage(String text, UpdateState state) {
        this.text = text;
        this.state = state;
    }

    /** The spelling on the wire; empty for UNRECOGNIZED. */
    public String text() {
        return text;
    }

    /** What the documented status says of it. */
    public UpdateState state() {
        return state;
    }

    /** Whether the request has led, or may still lead, to phones with the target, so that it is a link of the chain. */
    public boolean isLink() {
        return this != GIVEN_UP && this != CANCELLED && this != WITHDRAWN;
    }

    /** Whether the request can still be cancelled (rules CAN-01, CAN-02). */
    public boolean isCancellable() {
        return this == ACCEPTED || this == GENERATING || this == GENERATION_FAILED || this == PREVIEW;
    }

    /** The constant spelled so, or null for an unknown, empty or absent text. */
    public static @Nullable UpdateStage parseOrNull(@Nullable String text) {
        for (UpdateStage value : values()) {
            if (value != UNRECOGNIZED && value.text.equals(text)) {
                return value;
            }
        }
        return null;
    }
}
