package io.oemingest.client;

/** The submission failed for good, there is nothing to retrieve (rule GET-07). */
public final class FirmwareSubmissionFailedException extends ServiceException {
    private static final long serialVersionUID = 1L;

    FirmwareSubmissionFailedException(Refused refused) {
        super(refused);
    }
}
