package io.oemingest.core.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /v1/requests-for-update}; no cursor on the last page. */
public record RequestForUpdatePageJson(
        @Nullable List<RequestForUpdateJson> items,
        @Nullable String nextCursor) {}
