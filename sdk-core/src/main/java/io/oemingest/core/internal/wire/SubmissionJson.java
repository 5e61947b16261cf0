package io.oemingest.core.internal.wire;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.model.SubmissionTicket;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A firmware submission: answer of {@code POST /v1/submissions} and {@code GET /v1/submissions/{ticket}}, item of lists.
 *
 * @param step what the service does or did last: Intake, Validation or Signing
 * @param history states so far with their times, the present one last
 * @param warnings findings that did not stop the submission; in the read only
 */
public record SubmissionJson(
        @Nullable String ticketId,
        @Nullable String state,
        @Nullable String step,
        @Nullable String message,
        @Nullable String type,
        @Nullable String context,
        @Nullable String product,
        @Nullable Boolean baseline,
        @Nullable Integer packageCount,
        @Nullable String sha256,
        @Nullable Long size,
        @Nullable String resubmissionOf,
        @Nullable Instant created,
        @Nullable Instant changed,
        @Nullable List<StateChangeJson> history,
        @Nullable FailureJson failure,
        @Nullable List<FindingJson> warnings,
        @Nullable SignedArchiveJson signedArchive) {

    /** When a submission came into a state. */
    public record StateChangeJson(
            @Nullable String state, @Nullable Instant at) {}

    /** Why a submission has failed; present exactly in state Failed. */
    public record FailureJson(
            @Nullable String reason, @Nullable String detail) {}

    /** What there is to fetch; present exactly in state Signed. Size in bytes, digest hexadecimal. */
    public record SignedArchiveJson(
            @Nullable String fileName,
            @Nullable Long size,
            @Nullable String sha256) {}

    /** The ticket as a value. @throws MalformedFileException if it is absent or blank */
    public SubmissionTicket ticketToModel(String sourceName) throws MalformedFileException {
        return WireValues.convert(ticketId, SubmissionTicket::new, sourceName, "$.ticketId");
    }
}
