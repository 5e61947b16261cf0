package io.oemingest.emulator.engine;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.Digest;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import io.oemingest.emulator.port.Permission;
import java.util.List;

/** The sentences of the service, one method for each way to be refused. */
final class Refusals {
    private Refusals() {}

    static Refusal credentialsUnknown(boolean given) {
        return new Refusal(
                ReasonCode.CREDENTIALS_UNKNOWN,
                (given ? "No account has this token." : "The request carries no token.")
                        + " Send the token of an account of this service as 'Authorization: Bearer <token>'.");
    }

    static Refusal invalidRequest(String detail) {
        return new Refusal(ReasonCode.INVALID_REQUEST, detail);
    }

    static Refusal archiveTooLarge(long length, long max) {
        return new Refusal(
                ReasonCode.PAYLOAD_TOO_LARGE,
                "The archive has " + length + " bytes, this service takes at most " + max + ".");
    }

    static Refusal beyondLength(Upload upload) {
        return new Refusal(
                ReasonCode.PAYLOAD_TOO_LARGE,
                "More bytes came than the " + upload.length() + " that the upload " + upload.id() + " announced.");
    }

    static Refusal tooManyPackages(int count, int max) {
        return new Refusal(
                ReasonCode.PAYLOAD_TOO_LARGE,
                "The archive has " + count + " packages, this service takes at most " + max + ".");
    }

    static Refusal uploadDoesNotExist(String id) {
        return new Refusal(
                ReasonCode.UPLOAD_DOES_NOT_EXIST,
                "This account has no upload '" + id + "'; it may have expired or become a submission.");
    }

    static Refusal uploadBusy(String id) {
        return new Refusal(ReasonCode.INVALID_STATE, "Another request is working on the upload " + id + ".")
                .mayBeRetried();
    }

    static Refusal uploadIncomplete(Upload upload) {
        return new Refusal(
                        ReasonCode.UPLOAD_INCOMPLETE,
                        "The upload " + upload.id() + " has " + upload.offset() + " of " + upload.length()
                                + " bytes. Send the rest first.")
                .mayBeRetried();
    }

    static Refusal offsetMismatch(Upload upload, long offset) {
        return new Refusal(
                ReasonCode.UPLOAD_OFFSET_MISMATCH,
                "The upload " + upload.id() + " has come to " + upload.offset() + ", the request begins at " + offset
                        + ".");
    }

    static Refusal digestMismatch(String what, Digest declared, Digest computed) {
        return new Refusal(
                ReasonCode.DIGEST_MISMATCH,
                what + " was declared as " + declared + " and is " + computed + ". Send it again.");
    }

    static Refusal archiveInvalid(Upload upload, MalformedFileException problem) {
        Location place = told(problem.location(), upload);
        Finding finding = new Finding(
                RuleId.of("UPL-09"),
                Severity.BLOCK,
                place,
                problem.problem(),
                "Prepare the archive again and submit it unchanged.");
        return new Refusal(ReasonCode.ARCHIVE_INVALID, "The upload is not sound: " + place + ": " + finding.message())
                .because(List.of(finding));
    }

    /** The service's own name for the file says nothing to the one who sent it. */
    private static Location told(Location place, Upload upload) {
        return place.file().equals(upload.id())
                ? new Location("submission archive", place.part(), place.offset(), place.line(), place.column())
                : place;
    }

    static Refusal permissionDenied(Account account, Permission needed) {
        return new Refusal(
                        ReasonCode.PERMISSION_DENIED,
                        "The account " + account.oemId() + " lacks the permission " + needed.text() + ".")
                .missing(needed);
    }

    static Refusal blankTicket() {
        return invalidRequest("The ticket is missing or blank (rule GET-01).");
    }

    static Refusal ticketDoesNotExist(String text) {
        return new Refusal(ReasonCode.TICKET_DOES_NOT_EXIST, "There is no ticket '" + text + "'.");
    }

    static Refusal notTicketOwner(Submission submission) {
        return new Refusal(
                        ReasonCode.NOT_TICKET_OWNER,
                        "The ticket " + submission.ticket() + " belongs to another account.")
                .about(submission.ticket());
    }

    static Refusal resubmissionTicket(Submission resubmission, SubmissionTicket original) {
        return new Refusal(
                        ReasonCode.RESUBMISSION_TICKET,
                        "The ticket " + resubmission.ticket() + " is a resubmission. Use the original ticket "
                                + original + ".")
                .about(resubmission.ticket());
    }

    static Refusal notFailed(Submission original) {
        return new Refusal(
                        ReasonCode.INVALID_STATE,
                        "Only a failed submission can be sent again; " + original.ticket() + " is in state "
                                + original.state().text() + ".")
                .about(original.ticket());
    }

    static Refusal notValidatedYet(Submission submission) {
        return new Refusal(ReasonCode.INVALID_STATE, "The service has not validated " + submission.ticket() + " yet.")
                .about(submission.ticket())
                .mayBeRetried();
    }

    static Refusal neverValidated(Submission submission) {
        return new Refusal(
                        ReasonCode.INVALID_STATE,
                        "The service could not validate " + submission.ticket() + ". " + submission.message())
                .about(submission.ticket());
    }

    static Refusal inProgress(Submission submission) {
        return new Refusal(
                        ReasonCode.FIRMWARE_SUBMISSION_IS_IN_PROGRESS,
                        "The submission " + submission.ticket() + " is in state "
                                + submission.state().text() + ". Ask again later.")
                .about(submission.ticket())
                .mayBeRetried();
    }

    static Refusal pendingManualIntervention(Submission submission) {
        return new Refusal(
                        ReasonCode.PENDING_MANUAL_INTERVENTION,
                        "Signing of " + submission.ticket()
                                + " waits for the service's operators. There is nothing to do; ask again later.")
                .about(submission.ticket())
                .mayBeRetried();
    }

    static Refusal hasFailed(Submission submission, List<Finding> findings) {
        return new Refusal(
                        ReasonCode.FIRMWARE_SUBMISSION_HAS_FAILED,
                        "The submission " + submission.ticket() + " has failed for good. " + submission.message())
                .about(submission.ticket())
                .because(findings);
    }
}
