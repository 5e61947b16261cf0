package io.oemingest.emulator.engine;

import io.oemingest.core.model.SubmissionType;
import org.jspecify.annotations.Nullable;

/**
 * Which of an account's submissions to list, the newest first; null means no restriction.
 *
 * @param cursor where the page before this one ended, as {@link Page#nextCursor()} gave it
 * @param limit most items of a page, 1 to {@link #MAX_LIMIT}
 */
public record SubmissionQuery(
        @Nullable SubmissionState state,
        @Nullable SubmissionType type,
        @Nullable String cursor,
        int limit) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    public static SubmissionQuery all() {
        return new SubmissionQuery(null, null, null, DEFAULT_LIMIT);
    }

    public SubmissionQuery after(@Nullable String otherCursor) {
        return new SubmissionQuery(state, type, otherCursor, limit);
    }
}
