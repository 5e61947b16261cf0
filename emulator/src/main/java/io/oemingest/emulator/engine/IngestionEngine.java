package io.oemingest.emulator.engine;

import io.oemingest.core.validation.ValidationReport;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything a caller of the service can ask for. Safe for threads; a refusal changes nothing. */
public interface IngestionEngine {

    ServiceDescription describe();

    /** The account of this token. @throws Refusal CredentialsUnknown for an absent or unknown token */
    Account authenticate(@Nullable String bearerToken) throws Refusal;

    /** Announces an upload of {@code length} bytes. @throws Refusal PayloadTooLarge above the service's limit, before any byte is read */
    Upload createUpload(Account account, long length, Map<String, String> metadata) throws Refusal, IOException;

    /** As {@link #createUpload}, for one of several parts that are joined later. */
    Upload createUploadPart(Account account, long length, Map<String, String> metadata) throws Refusal, IOException;

    /** Joins complete parts in the order given to one complete upload; the parts are gone afterwards. */
    Upload joinUploads(Account account, List<String> parts, Map<String, String> metadata) throws Refusal, IOException;

    /** An upload and how far it has come. @throws Refusal UploadDoesNotExist also for an expired one and for another account's */
    Upload upload(Account account, String id) throws Refusal;

    /**
     * Adds bytes at {@code offset}, which must be where the upload has come to. If the body breaks off, what arrived
     * counts, unless a digest was declared for the whole body.
     *
     * @throws Refusal UploadOffsetMismatch, DigestMismatch, PayloadTooLarge beyond the announced length, or InvalidState
     *     (retryable) while another request adds to the same upload
     * @throws IOException if reading the body fails
     */
    Upload append(Account account, String id, long offset, UploadBody body) throws Refusal, IOException;

    void discardUpload(Account account, String id) throws Refusal, IOException;

    /**
     * Makes a submission of a complete upload. The upload is gone afterwards, also after a refusal for its content.
     *
     * @param sha256 SHA-256 of the archive, hexadecimal
     * @param resubmissionOf ticket of the failed submission that is sent again
     */
    SubmissionCreation createSubmission(
            Account account, String uploadId, String sha256, @Nullable String resubmissionOf)
            throws Refusal, IOException;

    /** One submission. @throws Refusal TicketDoesNotExist also for malformed text (TKT-06), NotTicketOwner */
    Submission submission(Account account, @Nullable String ticket) throws Refusal;

    /** The submission as soon as its revision differs from {@code knownRevision} or it is final, or as it is after {@code longest}. */
    Submission awaitChange(Account account, @Nullable String ticket, int knownRevision, Duration longest)
            throws Refusal;

    /** The account's submissions, newest first. @throws Refusal InvalidRequest for a limit or cursor that cannot be */
    Page<Submission> submissions(Account account, SubmissionQuery query) throws Refusal;

    /** What the service's own validation found. @throws Refusal InvalidState (retryable) while it has not run */
    ValidationReport validationReport(Account account, @Nullable String ticket) throws Refusal;

    /** The signed archive. @throws Refusal as documented for retrieval (GET-01 to GET-07) */
    SignedArchiveBlob signedArchive(Account account, @Nullable String ticket) throws Refusal;
}
