package io.oemingest.client;

import io.oemingest.core.model.SubmissionType;
import org.jspecify.annotations.Nullable;

/**
 * Which submissions to list; null asks for all.
 *
 * @param limit most items of a page, or null for the service's own
 * @param cursor the {@link SubmissionPage#nextCursor} of the page before, or null for the first page
 */
public record SubmissionFilter(
        @Nullable SubmissionState state,
        @Nullable SubmissionType type,
        @Nullable Integer limit,
        @Nullable String cursor) {
    private static final SubmissionFilter ALL = new SubmissionFilter(null, null, null, null);

    /** Takes the four conditions. @throws IllegalArgumentException for a state without a name, or a page without items */
    public SubmissionFilter {
        if (state == SubmissionState.UNRECOGNIZED) {
            throw new IllegalArgumentException("UNRECOGNIZED is no state to ask for");
        }
        if (limit != null && limit < 1) {
            throw new IllegalArgumentException("A page has at least 1 item, not " + limit);
        }
    }

    /** Every submission of the account. */
    public static SubmissionFilter all() {
        return ALL;
    }

    public SubmissionFilter withState(SubmissionState wanted) {
        return new SubmissionFilter(wanted, type, limit, cursor);
    }

    public SubmissionFilter withType(SubmissionType wanted) {
        return new SubmissionFilter(state, wanted, limit, cursor);
    }

    public SubmissionFilter withLimit(int items) {
        return new SubmissionFilter(state, type, items, cursor);
    }

    public SubmissionFilter withCursor(@Nullable String next) {
        return new SubmissionFilter(state, type, limit, next);
    }

    String query() {
        return new QueryText()
                .with("state", state == null ? null : state.text())
                .with("type", type == null ? null : type.text())
                .with("limit", limit == null ? null : limit.toString())
                .with("cursor", cursor)
                .toString();
    }
}
