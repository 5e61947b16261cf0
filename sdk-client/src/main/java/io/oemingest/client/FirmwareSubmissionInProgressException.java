package io.oemingest.client;

/** The submission is not signed yet; ask again later (rule GET-05). */
public final class FirmwareSubmissionInProgressException extends ServiceException {
    private static final long serialVersionUID = 1L;

    FirmwareSubmissionInProgressException(Refused refused) {
        super(refused);
    }
}
