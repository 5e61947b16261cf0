package io.oemingest.client;

import org.jspecify.annotations.Nullable;

/** No usable answer came: not reachable (rule UPL-04), timed out, cut off. */
public final class TransportException extends IngestionException {
    private static final long serialVersionUID = 1L;

    private final boolean mayHaveBeenActedOn;

    TransportException(String message, boolean mayHaveBeenActedOn, @Nullable Throwable cause) {
        super(message, cause);
        this.mayHaveBeenActedOn = mayHaveBeenActedOn;
    }

    /** False only if nothing of the request left this machine; otherwise the service may have carried it out. */
    public boolean mayHaveBeenActedOn() {
        return mayHaveBeenActedOn;
    }

    @Override
    boolean isTransient() {
        return true;
    }
}
