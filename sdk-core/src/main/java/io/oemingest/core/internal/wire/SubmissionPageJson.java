package io.oemingest.core.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /v1/submissions}; no cursor on the last page. */
public record SubmissionPageJson(
        @Nullable List<SubmissionJson> items, @Nullable String nextCursor) {}
