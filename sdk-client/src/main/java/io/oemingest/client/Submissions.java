package io.oemingest.client;

import io.oemingest.client.Waiter.Look;
import io.oemingest.client.Waiter.Watched;
import io.oemingest.core.internal.wire.SubmissionJson;
import io.oemingest.core.internal.wire.SubmissionPageJson;
import io.oemingest.core.internal.wire.ValidationReportJson;
import io.oemingest.core.internal.wire.report.ReportWire;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.signing.VerificationException;
import io.oemingest.core.submission.SubmissionManifest;
import io.oemingest.core.validation.ValidationReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Firmware submissions of the account. Safe for threads. Every method blocks; an interrupt, or an exception of the
 * progress listener, ends the call here and never the work at the service. Besides what they name, all methods throw
 * {@link ServiceException}, {@link TransportException}, {@link UnexpectedResponseException} and
 * {@link CallInterruptedException}.
 */
public final class Submissions {
    private final Api api;
    private final Submitter submitter;
    private final Waiter waiter;
    private final Retrieval retrieval;

    Submissions(Api api, Submitter submitter, Waiter waiter, Retrieval retrieval) {
        this.api = api;
        this.submitter = submitter;
        this.waiter = waiter;
        this.retrieval = retrieval;
    }

    /**
     * Uploads a prepared submission archive and submits it for signing. The same archive again gives the same ticket.
     *
     * @throws IllegalArgumentException if there is no such file (rules UPL-01, UPL-02); nothing is sent then
     * @throws IOException if the archive cannot be read
     */
    public SubmissionTicket submit(Path archive) throws IOException {
        return submitter.submit(archive, null, null);
    }

    /**
     * As {@link #submit(Path)}, and keeps in a receipt file how far it came. With that file another call, in another
     * process too, goes on in the middle of the upload or returns the ticket.
     *
     * @throws IllegalArgumentException also if the receipt is of another archive or service
     * @throws IOException if the archive cannot be read or the receipt not be kept
     */
    public SubmissionTicket submit(Path archive, Path receiptFile) throws IOException {
        return submitter.submit(archive, receiptFile, null);
    }

    /** As {@link #submit(Path)}, in place of a submission that failed. */
    public SubmissionTicket resubmit(Path archive, SubmissionTicket failed) throws IOException {
        return submitter.submit(archive, null, failed);
    }

    /** Where the submission stands now. @throws TicketDoesNotExistException if the account has no such ticket */
    public SubmissionStatus status(SubmissionTicket ticket) {
        return waiter.look(watched(ticket));
    }

    /**
     * Waits until the submission is signed or failed, at most so long. A service that wants to be asked less often than
     * the time left allows ends the wait early.
     *
     * @throws TicketDoesNotExistException if the account has no such ticket
     */
    public SigningOutcome await(SubmissionTicket ticket, Duration atMost) {
        Look<SubmissionStatus> last =
                waiter.await(watched(ticket), each -> each.state().isFinal(), atMost);
        SubmissionStatus status = last.value();
        return switch (status.state()) {
            case SIGNED -> new SigningOutcome.Signed(status);
            case FAILED -> new SigningOutcome.Failed(status);
            default -> new SigningOutcome.StillRunning(status, last.retryAfter());
        };
    }

    /** What the service's own validation found. @throws ServiceException with InvalidState before it has run */
    public ValidationReport validationReport(SubmissionTicket ticket) {
        return api.get(Paths.validationReport(ticket), ValidationReportJson.class, ReportWire::toModel);
    }

    /**
     * Downloads the signed archive into a folder, going on with an earlier download that broke off, verifies it, and
     * only then gives it its final name {@code <OemId>.<ticket>.zip}. A verified file of that name is replaced.
     *
     * @throws FirmwareSubmissionInProgressException if it is not signed yet
     * @throws FirmwareSubmissionFailedException if it never will be
     * @throws VerificationException if the archive or a package in it is not signed as the trust policy wants; nothing
     *     is kept then
     * @throws IOException if the folder cannot be written, or the archive has not the form of one
     * @throws IllegalStateException if the client was made without a trust policy
     */
    public RetrievedArchive retrieve(SubmissionTicket ticket, Path directory)
            throws VerificationException, IOException {
        return retrieval.retrieve(ticket, directory, null);
    }

    /**
     * As {@link #retrieve(SubmissionTicket, Path)}, and verifies besides that the archive holds exactly the packages that
     * were submitted, made of the very files.
     */
    public RetrievedArchive retrieve(SubmissionTicket ticket, Path directory, SubmissionManifest submitted)
            throws VerificationException, IOException {
        return retrieval.retrieve(ticket, directory, submitted);
    }

    /** The first page of all submissions, the newest first. */
    public SubmissionPage list() {
        return list(SubmissionFilter.all());
    }

    /** A page of the submissions that the filter lets through, the newest first. */
    public SubmissionPage list(SubmissionFilter filter) {
        return api.get("v1/submissions" + filter.query(), SubmissionPageJson.class, WireModels::page);
    }

    private static Watched<SubmissionJson, SubmissionStatus> watched(SubmissionTicket ticket) {
        return new Watched<>(
                Paths.submission(ticket), SubmissionJson.class, WireModels::status, "the signing of " + ticket, false);
    }
}
