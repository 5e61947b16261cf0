package io.oemingest.client.internal.http;

import java.io.IOException;

/** The exchange broke off before an answer's head came. */
public final class NoAnswerException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean connected;

    NoAnswerException(IOException cause, boolean connected) {
        super(cause);
        this.connected = connected;
    }

    /** Whether there was a connection, so that some of the request may have arrived. */
    public boolean connected() {
        return connected;
    }
}
