package io.oemingest.client;

import io.oemingest.core.update.UpdateState;
import io.oemingest.core.update.UpdateType;
import org.jspecify.annotations.Nullable;

/**
 * Which requests for update to list; null asks for all.
 *
 * @param deviceName model name of the phone
 * @param operatorId such as {@code 000-DE}
 * @param limit most items of a page, or null for the service's own
 * @param cursor the {@link RequestForUpdatePage#nextCursor} of the page before, or null for the first page
 */
public record RequestForUpdateFilter(
        @Nullable UpdateState state,
        @Nullable UpdateType type,
        @Nullable String deviceName,
        @Nullable String operatorId,
        @Nullable Integer limit,
        @Nullable String cursor) {
    private static final RequestForUpdateFilter ALL = new RequestForUpdateFilter(null, null, null, null, null, null);

    /** Takes the conditions. @throws IllegalArgumentException for what no request has for a state or type, or a page without items */
    public RequestForUpdateFilter {
        if (state == UpdateState.UNRECOGNIZED || state == UpdateState.FAILED_TO_RETRIEVE_STATUS) {
            throw new IllegalArgumentException(state + " is no state to ask for");
        }
        if (type == UpdateType.UNRECOGNIZED) {
            throw new IllegalArgumentException(type + " is no type to ask for");
        }
        if (limit != null && limit < 1) {
            throw new IllegalArgumentException("A page has at least 1 item, not " + limit);
        }
    }

    /** Every request of the account. */
    public static RequestForUpdateFilter all() {
        return ALL;
    }

    public RequestForUpdateFilter withState(UpdateState wanted) {
        return new RequestForUpdateFilter(wanted, type, deviceName, operatorId, limit, cursor);
    }

    public RequestForUpdateFilter withType(UpdateType wanted) {
        return new RequestForUpdateFilter(state, wanted, deviceName, operatorId, limit, cursor);
    }

    /** Those of a phone, of an operator, or of both. */
    public RequestForUpdateFilter withPhone(@Nullable String device, @Nullable String operator) {
        return new RequestForUpdateFilter(state, type, device, operator, limit, cursor);
    }

    public RequestForUpdateFilter withLimit(int items) {
        return new RequestForUpdateFilter(state, type, deviceName, operatorId, items, cursor);
    }

    public RequestForUpdateFilter withCursor(@Nullable String next) {
        return new RequestForUpdateFilter(state, type, deviceName, operatorId, limit, next);
    }

    String query() {
        return new QueryText()
                .with("state", state == null ? null : state.text())
                .with("type", type == null ? null : type.text())
                .with("device", deviceName)
                .with("operator", operatorId)
                .with("limit", limit == null ? null : limit.toString())
                .with("cursor", cursor)
                .toString();
    }
}
