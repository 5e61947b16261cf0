package io.oemingest.client;

/** The account has no ticket of this name (rule GET-02). */
public final class TicketDoesNotExistException extends ServiceException {
    private static final long serialVersionUID = 1L;

    TicketDoesNotExistException(Refused refused) {
        super(refused);
    }
}
