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

    /** A problem of this status, which is also its title, and of this occurrence. */
    public static Builder builder(int status, String title, UUID correlationId) {
        return new Builder(status, title, correlationId);
    }

    /** Collects what a problem says; not for several threads at once. */
    public static final class Builder {
        private final int status;
        private final String title;
        private final UUID correlationId;
        private @Nullable String reason;
        private @Nullable String detail;
        private boolean retryable;
        private @Nullable String ticketId;
        private @Nullable String permission;
        private @Nullable List<FindingJson> findings;
        private @Nullable String clientVersion;
        private @Nullable String minimumClientVersion;

        private Builder(int status, String title, UUID correlationId) {
            this.status = status;
            this.title = title;
            this.correlationId = correlationId;
        }

        public Builder reason(ReasonCode code, String text) {
            reason = code.text();
            detail = text;
            return this;
        }

        /** Whether the same request may succeed later; it may not unless this is called. */
        public Builder retryable(boolean later) {
            retryable = later;
            return this;
        }

        /** What the problem is about, as far as there is such a thing. */
        public Builder about(
                @Nullable String ticket, @Nullable String missingPermission, @Nullable List<FindingJson> found) {
            ticketId = ticket;
            permission = missingPermission;
            findings = found;
            return this;
        }

        /** The version that the client has and the one it needs. */
        public Builder versions(String client, String minimum) {
            clientVersion = client;
            minimumClientVersion = minimum;
            return this;
        }

        public ProblemJson build() {
            return new ProblemJson(
                    "about:blank",
                    title,
                    status,
                    detail,
                    "urn:uuid:" + correlationId,
                    reason,
                    correlationId.toString(),
                    retryable,
                    ticketId,
                    permission,
                    findings,
                    clientVersion,
                    minimumClientVersion);
        }
    }
}
