package io.oemingest.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the account's submissions.
 *
 * @param nextCursor what to ask for the next page with, or null after the last
 */
public record SubmissionPage(
        List<SubmissionStatus> items, @Nullable String nextCursor) {

    public SubmissionPage {
        items = List.copyOf(items);
    }
}
