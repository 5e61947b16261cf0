package io.oemingest.emulator.engine;

import io.oemingest.core.update.UpdateState;
import io.oemingest.core.update.UpdateType;
import org.jspecify.annotations.Nullable;

/**
 * Which requests for update to list, the newest first; null means no restriction, and names match in any case.
 *
 * @param cursor where the page before this one ended, as {@link Page#nextCursor()} gave it
 * @param limit most items of a page, 1 to {@link SubmissionQuery#MAX_LIMIT}
 */
public record UpdateQuery(
        @Nullable UpdateState state,
        @Nullable UpdateType type,
        @Nullable String deviceName,
        @Nullable String operatorId,
        @Nullable String cursor,
        int limit) {
    public static UpdateQuery all() {
        return new UpdateQuery(null, null, null, null, null, SubmissionQuery.DEFAULT_LIMIT);
    }
}
