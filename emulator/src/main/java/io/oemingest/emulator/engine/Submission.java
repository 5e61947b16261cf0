package io.oemingest.emulator.engine;

import io.oemingest.core.model.SubmissionTicket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A firmware submission as of one moment. Every change makes a new record with a higher {@link #revision()}.
 *
 * @param sequence counts the submissions of this service from 1
 * @param history its states so far, the present one last
 * @param failure present exactly in state Failed
 * @param signedArchive present exactly in state Signed
 */
public record Submission(
        SubmissionTicket ticket,
        long sequence,
        SubmissionOrigin origin,
        List<StateChange> history,
        @Nullable SubmissionFailure failure,
        @Nullable SignedArchiveBlob signedArchive) {

    public Submission {
        history = List.copyOf(history);
    }

    static Submission received(SubmissionTicket ticket, long sequence, SubmissionOrigin origin, Instant at) {
        return new Submission(
                ticket, sequence, origin, List.of(new StateChange(SubmissionState.RECEIVED, at)), null, null);
    }

    public SubmissionState state() {
        return history.get(history.size() - 1).state();
    }

    /** Rises with every change; what a conditional read compares. */
    public int revision() {
        return history.size();
    }

    public Instant received() {
        return history.get(0).at();
    }

    public Instant changed() {
        return history.get(history.size() - 1).at();
    }

    /** What the present state means for the one who waits, as a sentence. */
    public String message() {
        return switch (state()) {
            case RECEIVED -> "The submission waits for validation.";
            case VALIDATING -> "The packages are being validated.";
            case SIGNING -> "The packages are being signed.";
            case PENDING_MANUAL_INTERVENTION -> "Signing waits for the service's operators; there is nothing to do.";
            case SIGNED -> "The signed archive is ready.";
            case FAILED -> failure == null ? "The submission has failed." : failure.detail();
        };
    }

    /** The same submission in its next state. @throws IllegalStateException if the table of states does not allow it */
    Submission moved(SubmissionState next, Instant at) {
        return new Submission(ticket, sequence, origin, extended(next, at), failure, signedArchive);
    }

    Submission failed(SubmissionFailure reason, Instant at) {
        return new Submission(ticket, sequence, origin, extended(SubmissionState.FAILED, at), reason, null);
    }

    Submission signed(SignedArchiveBlob archive, Instant at) {
        return new Submission(ticket, sequence, origin, extended(SubmissionState.SIGNED, at), null, archive);
    }

    private List<StateChange> extended(SubmissionState next, Instant at) {
        if (!state().next().contains(next)) {
            throw new IllegalStateException(ticket + " cannot go from " + state().text() + " to " + next.text());
        }
        List<StateChange> longer = new ArrayList<>(history);
        longer.add(new StateChange(next, at));
        return longer;
    }
}
