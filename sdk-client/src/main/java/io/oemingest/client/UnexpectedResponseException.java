package io.oemingest.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An answer that is not of the ingestion API, such as the page of a proxy (rule UPL-05). */
public final class UnexpectedResponseException extends IngestionException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String excerpt;
    private final transient @Nullable Duration retryAfter;

    UnexpectedResponseException(String message, int status, @Nullable String excerpt, @Nullable Duration retryAfter) {
        super(message, null);
        this.status = status;
        this.excerpt = excerpt;
        this.retryAfter = retryAfter;
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** The beginning of the answer's text, at most 200 characters, or null if it had none. */
    public @Nullable String excerpt() {
        return excerpt;
    }

    @Override
    boolean isTransient() {
        return TransientStatus.includes(status);
    }

    @Override
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
