package io.oemingest.core.update;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a request.
 *
 * @param name {@code Create}, or the text of an {@link UpdateAction}
 * @param by the account that did it; null for the service itself
 */
public record UpdateOperation(
        String name, Instant at, @Nullable String by) {
    /** The first operation of every request (rule RFU-10). */
    public static final String CREATE = "Create";
}
