package io.oemingest.client;

import io.oemingest.core.update.RequestForUpdate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the account's requests for update, without their warnings.
 *
 * @param nextCursor what to ask for the next page with, or null after the last
 */
public record RequestForUpdatePage(
        List<RequestForUpdate> items, @Nullable String nextCursor) {

    public RequestForUpdatePage {
        items = List.copyOf(items);
    }
}
