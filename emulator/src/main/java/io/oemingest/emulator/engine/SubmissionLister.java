package io.oemingest.emulator.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts an account's submissions into pages. A cursor is the sequence number at which the page before ended. */
final class SubmissionLister {
    private SubmissionLister() {}

    static Page<Submission> page(List<Submission> newestFirst, SubmissionQuery query) throws Refusal {
        long before = check(query.limit(), query.cursor());
        List<Submission> rest = newestFirst.stream()
                .filter(entry -> entry.sequence() < before)
                .filter(entry -> query.state() == null || entry.state() == query.state())
                .filter(entry -> query.type() == null || entry.origin().kind().type() == query.type())
                .limit(query.limit() + 1L)
                .toList();
        if (rest.size() <= query.limit()) {
            return new Page<>(rest, null);
        }
        List<Submission> items = rest.subList(0, query.limit());
        return new Page<>(items, Long.toString(items.get(items.size() - 1).sequence()));
    }

    /** Looks at what was asked for; answers the number below which the page begins. */
    static long check(int limit, @Nullable String cursor) throws Refusal {
        if (limit < 1 || limit > SubmissionQuery.MAX_LIMIT) {
            throw Refusals.invalidRequest("The limit is 1 to " + SubmissionQuery.MAX_LIMIT + ", not " + limit + ".");
        }
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw Refusals.invalidRequest("The cursor '" + cursor + "' is not one of this service.");
        }
    }
}
