package io.oemingest.core.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as {@code application/problem+json} (RFC 9457).
 *
 * @param instance the occurrence, as a URN of the correlation id
 * @param reason a reason code; its text decides, the rest is for people
 * @param retryable whether the same request may succeed later
 */
public record ProblemJson(
        @Nullable String type,
        @Nullable String title,
        @Nullable Integer status,
        @Nullable String detail,
        @Nullable String instance,
        @Nullable String reason,
        @Nullable String correlationId,
        @Nullable Boolean retryable,
        @Nullable String ticketId,
        @Nullable String permission,
        @Nullable List<FindingJson> findings,
        @Nullable String clientVersion,
        @Nullable String minimumClientVersion) {}
