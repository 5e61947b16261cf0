package io.oemingest.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Root of everything the client throws about the service and the way to it. Decide by the subclass, never by the message. */
public abstract class IngestionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IngestionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Whether the same call may succeed if it is made again without change. */
    abstract boolean isTransient();

    /** How long the service asked to be left alone, or null if it did not. */
    public @Nullable Duration retryAfter() {
        return null;
    }
}
