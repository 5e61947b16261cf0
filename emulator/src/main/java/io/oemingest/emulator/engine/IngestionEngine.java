package io.oemingest.emulator.engine;

import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SigningProfile;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.ValidationReport;
import io.oemingest.core.validation.ValidationRule;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything a caller of the service can ask for. Safe for threads; a refusal leaves nothing behind. */
public final class IngestionEngine implements AutoCloseable {
    private final EnginePorts ports;
    private final EngineSettings settings;
    private final AccountDesk accounts;
    private final SubmissionBook book;
    private final UploadDesk uploads;
    private final SubmissionDesk submissions;
    private final SigningLine line;
    private final RetrievalDesk retrieval;
    private final BaselineBook images;
    private final ServiceValidation validation;
    private final UpdateDesk updates;

    /**
     * Puts the desks together.
     *
     * @param rules the rules that client and service have in common
     * @throws IllegalArgumentException if two accounts share a client id or a token
     */
    public IngestionEngine(
            EnginePorts ports, EngineSettings settings, List<Account> accounts, List<? extends ValidationRule> rules) {
        this.ports = ports;
        this.settings = settings;
        this.accounts = new AccountDesk(accounts);
        book = new SubmissionBook(ports);
        uploads = new UploadDesk(ports, settings);
        submissions = new SubmissionDesk(ports, settings, uploads, book);
        BookedImages booked = new BookedImages(ports.stores().images());
        images = new BaselineBook(booked);
        validation = new ServiceValidation(rules, settings.profile(), ports.signer(), this.accounts, images);
        line = new SigningLine(ports, settings, book, validation);
        retrieval = new RetrievalDesk(ports.stores(), book);
        updates = new UpdateDesk(ports, settings, new UpdateImages(booked, book), book);
    }

    public ServiceDescription describe() {
        return new ServiceDescription(
                "Firmware ingestion emulator (TEST ONLY)",
                ArchiveSigner.ENVIRONMENT,
                settings.version(),
                settings.minimumClientVersion(),
                List.of(ProductType.values()),
                settings.maxArchiveSize(),
                settings.maxPackages(),
                EngineSettings.CHUNK_SIZE,
                settings.pollingFloor(),
                settings.updates());
    }

    /** The kinds of signature that the service makes. */
    public List<SigningProfile> signingProfiles() {
        return ports.signer().profiles().describe();
    }

    /** The account of this token. @throws Refusal CredentialsUnknown for an absent or unknown token */
    public Account authenticate(@Nullable String bearerToken) throws Refusal {
        return accounts.authenticate(bearerToken);
    }

    /** Announces an upload of {@code length} bytes. @throws Refusal PayloadTooLarge above the service's limit, before any byte is read */
    public Upload createUpload(Account account, long length, Map<String, String> metadata) throws Refusal, IOException {
        return uploads.create(account, length, metadata, false);
    }

    /** As {@link #createUpload}, for one of several parts that are joined later. */
    public Upload createUploadPart(Account account, long length, Map<String, String> metadata)
            throws Refusal, IOException {
        return uploads.create(account, length, metadata, true);
    }

    /** Joins complete parts in the order given to one complete upload; the parts are gone afterwards. */
    public Upload joinUploads(Account account, List<String> parts, Map<String, String> metadata)
            throws Refusal, IOException {
        return uploads.join(account, parts, metadata);
    }

    /** An upload and how far it has come. @throws Refusal UploadDoesNotExist also for an expired one and for another account's */
    public Upload upload(Account account, String id) throws Refusal {
        return uploads.find(account, id);
    }

    /**
     * Adds bytes at {@code offset}, which must be where the upload has come to. If the body breaks off, what arrived
     * counts, unless a digest was declared for the whole body.
     *
     * @throws Refusal UploadOffsetMismatch, DigestMismatch, PayloadTooLarge beyond the announced length, or InvalidState
     *     (retryable) while another request works on the same upload
     * @throws IOException if reading the body fails
     */
    public Upload append(Account account, String id, long offset, UploadBody body) throws Refusal, IOException {
        return uploads.append(account, id, offset, body);
    }

    public void discardUpload(Account account, String id) throws Refusal, IOException {
        uploads.discard(account, id);
    }

    /**
     * Makes a submission of a complete upload, or finds the one that this archive has already (UPL-10). The upload is gone
     * afterwards, also after a refusal for its content.
     *
     * @param sha256 SHA-256 of the archive, hexadecimal
     * @param resubmissionOf ticket of the failed submission that is sent again
     */
    public SubmissionCreation createSubmission(
            Account account, String uploadId, String sha256, @Nullable String resubmissionOf)
            throws Refusal, IOException {
        SubmissionCreation creation = submissions.create(account, uploadId, sha256, resubmissionOf);
        if (creation.created()) {
            line.accept(creation.submission().ticket());
        }
        return creation;
    }

    /** One submission. @throws Refusal InvalidRequest for a blank ticket, TicketDoesNotExist also for malformed text (TKT-06), NotTicketOwner */
    public Submission submission(Account account, @Nullable String ticket) throws Refusal {
        return book.owned(account, ticket);
    }

    /** The submission as soon as its revision differs from {@code knownRevision} or it is final, or as it is after {@code longest}. */
    public Submission awaitChange(Account account, @Nullable String ticket, int knownRevision, Duration longest)
            throws Refusal {
        return book.awaitChange(book.owned(account, ticket).ticket(), knownRevision, longest);
    }

    /** The account's submissions, newest first. @throws Refusal InvalidRequest for a limit or cursor that cannot be */
    public Page<Submission> submissions(Account account, SubmissionQuery query) throws Refusal {
        return SubmissionLister.page(book.of(account), query);
    }

    /** What the service's own validation found. @throws Refusal InvalidState while it has not run */
    public ValidationReport validationReport(Account account, @Nullable String ticket) throws Refusal {
        return retrieval.report(account, ticket);
    }

    /**
     * What the service's own validation would find in a submission of these facts; nothing is kept of it. What only the
     * packages themselves can tell is among the skipped rules.
     *
     * @throws Refusal as {@link #createSubmission} does for an account that may not submit this, or for too many packages
     */
    public ValidationReport check(Account account, SubmissionContents contents) throws Refusal {
        new Admission(settings.maxPackages()).check(account, contents);
        return validation.check(account, contents);
    }

    /** The signed archive. @throws Refusal as documented for retrieval (GET-01 to GET-07) */
    public SignedArchiveBlob signedArchive(Account account, @Nullable String ticket) throws Refusal {
        return retrieval.signedArchive(account, ticket);
    }

    /** The account's baselines that the filter asks for, the lowest version first. */
    public List<Baseline> baselines(Account account, BaselineFilter filter) {
        return images.list(account.clientId(), filter);
    }

    /** Where requests for update are made and decided. */
    public UpdateDesk requestsForUpdate() {
        return updates;
    }

    /** Enters an image as if it had been signed. @throws IllegalArgumentException if the ticket has one for this phone and operator already */
    public void enterImage(BookedImage image) {
        images.enter(image);
    }

    /** Enters an image with all its facts as if it had been signed. @throws IllegalArgumentException also if it names no phone, operator and version in full */
    public void enterImage(Account account, SubmissionTicket ticket, SubmissionContents image, WspcStatus status) {
        if (images.enter(account.clientId(), ticket, image, status) == 0) {
            throw new IllegalArgumentException("No image with a phone, an operator and a firmware version: " + ticket);
        }
    }

    /** Why the service said no lately, and where its callers note why they did. */
    public DecisionLog decisions() {
        return book.decisions();
    }

    /** The account of this OEM id. @throws IllegalArgumentException if there is none */
    public Account account(String oemId) {
        return accounts.ofOem(oemId);
    }

    /** The operators stop signing, now or as soon as it would begin. @throws IllegalStateException if the submission is final or unknown */
    public void intervene(SubmissionTicket ticket) {
        line.intervene(ticket);
    }

    /** The operators let signing go on. @throws IllegalStateException if the submission does not wait for them */
    public void resume(SubmissionTicket ticket) {
        line.resume(ticket);
    }

    /** Stops work, lets everybody who waits go, and returns when nothing runs any more. */
    @Override
    public void close() {
        line.stop();
        book.close();
        updates.close();
        ports.queue().close();
    }
}
