package io.oemingest.core.internal.wire;

import io.oemingest.core.model.ReasonCode;
import java.util.List;
import java.util.UUID;
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
        @Nullable String minimumClientVersion) {

    /** Without a title: the status has one. */
    public static ProblemJson of(int status, ReasonCode reason, String detail, UUID correlationId) {
        return new ProblemJson(
                "about:blank",
                null,
                status,
                detail,
                "urn:uuid:" + correlationId,
                reason.text(),
                correlationId.toString(),
                false,
                null,
                null,
                null,
                null,
                null);
    }

    public ProblemJson titled(String text) {
        return new ProblemJson(
                type,
                text,
                status,
                detail,
                instance,
                reason,
                correlationId,
                retryable,
                ticketId,
                permission,
                findings,
                clientVersion,
                minimumClientVersion);
    }

    /** This problem, saying whether the same request may succeed later. */
    public ProblemJson retryable(boolean later) {
        return new ProblemJson(
                type,
                title,
                status,
                detail,
                instance,
                reason,
                correlationId,
                later,
                ticketId,
                permission,
                findings,
                clientVersion,
                minimumClientVersion);
    }

    /** This problem with what it is about, as far as there is such a thing. */
    public ProblemJson about(
            @Nullable String ticket, @Nullable String missingPermission, @Nullable List<FindingJson> found) {
        return new ProblemJson(
                type,
                title,
                status,
                detail,
                instance,
                reason,
                correlationId,
                retryable,
                ticket,
                missingPermission,
                found,
                clientVersion,
                minimumClientVersion);
    }

    /** This problem with the version that the client has and the one it needs. */
    public ProblemJson versions(String client, String minimum) {
        return new ProblemJson(
                type,
                title,
                status,
                detail,
                instance,
                reason,
                correlationId,
                retryable,
                ticketId,
                permission,
                findings,
                client,
                minimum);
    }
}
