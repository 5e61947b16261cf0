package io.oemingest.emulator.http;

import io.oemingest.core.internal.wire.FindingJson;
import io.oemingest.core.internal.wire.ProblemJson;
import io.oemingest.core.internal.wire.report.ReportWire;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.emulator.engine.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.jetty.http.HttpStatus;

/** Refusals as problem documents (RFC 9457). */
final class Problems {
    static final String MEDIA_TYPE = "application/problem+json";

    private final Duration pollingFloor;

    Problems(Duration pollingFloor) {
        this.pollingFloor = pollingFloor;
    }

    Answer of(Refusal refusal, UUID correlationId) {
        ReasonCode reason = refusal.reason();
        List<FindingJson> findings = refusal.findings().isEmpty() ? null : ReportWire.toWire(refusal.findings());
        Answer answer = answer(ProblemJson.of(ReasonStatus.of(reason), reason, refusal.detail(), correlationId)
                .retryable(refusal.retryable())
                .about(refusal.ticketId(), refusal.permission(), findings));
        if (reason == ReasonCode.CREDENTIALS_UNKNOWN) {
            answer = answer.with("WWW-Authenticate", "Bearer realm=\"ingestion\"");
        }
        return refusal.retryable() ? answer.with("Retry-After", retryAfter(reason)) : answer;
    }

    Answer of(HttpRefusal refusal, UUID correlationId) {
        boolean retryable = refusal.headers().containsKey("Retry-After");
        ProblemJson problem = ProblemJson.of(refusal.status(), refusal.reason(), refusal.detail(), correlationId);
        return answer(problem.retryable(retryable)).with(refusal.headers());
    }

    /** A client that is too old, told both versions. */
    Answer clientTooOld(String client, String minimum, UUID correlationId) {
        ReasonCode reason = ReasonCode.CLIENT_VERSION_NOT_SUPPORTED;
        String detail = "This client has version " + client + "; the service needs " + minimum + " or later.";
        return answer(ProblemJson.of(ReasonStatus.of(reason), reason, detail, correlationId)
                .versions(client, minimum));
    }

    /** A failure of the service itself: says nothing but where to look. */
    Answer internalError(UUID correlationId) {
        String detail = "The service failed. Its log has the cause under the correlation id.";
        return answer(ProblemJson.of(500, ReasonCode.INTERNAL_ERROR, detail, correlationId));
    }

    /** The body did not come to its end, which is nobody's fault and may go better next time. */
    Answer bodyBrokeOff(UUID correlationId) {
        String detail = "The body broke off before its end.";
        return answer(ProblemJson.of(408, ReasonCode.INVALID_REQUEST, detail, correlationId)
                .retryable(true));
    }

    /** What the server refuses before a request is one, by the status it chose. */
    Answer unreadable(int status, UUID correlationId) {
        if (status == 503) {
            return answer(ProblemJson.of(status, ReasonCode.INTERNAL_ERROR, "The service is stopping.", correlationId)
                    .retryable(true));
        }
        String detail = "The request could not be read.";
        return answer(ProblemJson.of(status, ReasonCode.INVALID_REQUEST, detail, correlationId));
    }

    private static Answer answer(ProblemJson problem) {
        int status = Objects.requireNonNull(problem.status());
        return Answer.json(status, problem.titled(title(status)))
                .with(Map.of("Content-Type", MEDIA_TYPE, "Cache-Control", "no-store"));
    }

    private String retryAfter(ReasonCode reason) {
        return switch (reason) {
            case FIRMWARE_SUBMISSION_IS_IN_PROGRESS, PENDING_MANUAL_INTERVENTION -> Seconds.roundedUp(pollingFloor);
            default -> "1";
        };
    }

    private static String title(int status) {
        return status == ReasonStatus.CHECKSUM_MISMATCH ? "Checksum Mismatch" : HttpStatus.getMessage(status);
    }
}
