package io.oemingest.emulator.engine;

import io.oemingest.core.update.UpdateState;
import io.oemingest.core.update.UpdateType;
import org.jspecify.annotations.Nullable;

/**
 * Which requests for update to list, the newest first; null means no restriction.
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

    boolean lets(UpdateEntry entry) {
        return (state == null || entry.stage().state() == state)
                && (type == null || entry.order().type() == type)
                && (deviceName == null || matches(deviceName, entry.order().deviceName()))
                && (operatorId == null || matches(operatorId, entry.order().operatorId()));
    }

    private static boolean matches(String wanted, @Nullable String name) {
        return UpdatePhone.fold(wanted).equals(UpdatePhone.fold(name));
    }
}
