package io.oemingest.emulator.engine;

import java.util.EnumSet;
import java.util.Set;

/** The states of a firmware submission and which may follow which (GET-13). */
public enum SubmissionState {
    RECEIVED("Received"),
    VALIDATING("Validating"),
    SIGNING("Signing"),
    PENDING_MANUAL_INTERVENTION("PendingManualIntervention"),
    SIGNED("Signed"),
    FAILED("Failed");

    private final String text;

    SubmissionState(String text) {
        this.text = text;
    }

    /** The spelling on the wire. */
    public String text() {
        return text;
    }

    /** The states that may follow; empty for a final one. */
    public Set<SubmissionState> next() {
        return switch (this) {
            case RECEIVED -> EnumSet.of(VALIDATING);
            case VALIDATING -> EnumSet.of(SIGNING, FAILED);
            case SIGNING -> EnumSet.of(SIGNED, FAILED, PENDING_MANUAL_INTERVENTION);
            case PENDING_MANUAL_INTERVENTION -> EnumSet.of(SIGNING);
            case SIGNED, FAILED -> EnumSet.noneOf(SubmissionState.class);
        };
    }

    public boolean isFinal() {
        return next().isEmpty();
    }
}
