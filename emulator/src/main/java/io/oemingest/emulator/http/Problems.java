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
        Answer answer = answer(problem(ReasonStatus.of(reason), correlationId)
                .reason(reason, refusal.detail())
                .retryable(refusal.retryable())
                .about(refusal.ticketId(), refusal.permission(), findings));
        if (reason == ReasonCode.CREDENTIALS_UNKNOWN) {
            answer = answer.with("WWW-Authenticate", "Bearer realm=\"ingestion\"");
        }
        return refusal.retryable() ? answer.with("Retry-After", retryAfter(reason)) : answer;
    }

    Answer of(HttpRefusal refusal, UUID correlationId) {
        boolean retryable = refusal.headers().containsKey("Retry-After");
        return answer(problem(refusal.status(), correlationId)
                        .reason(refusal.reason(), refusal.detail())
                        .retryable(retryable))
                .with(refusal.headers());
    }

    /** A client that is too old, told both versions. */
    Answer clientTooOld(String client, String minimum, UUID correlationId) {
        ReasonCode reason = ReasonCode.CLIENT_VERSION_NOT_SUPPORTED;
        String detail = "This client has version " + client + "; the service needs " + minimum + " or later.";
        return answer(problem(ReasonStatus.of(reason), correlationId)
                .reason(reason, detail)
                .versions(client, minimum));
    }

    /** A failure of the service itself: says nothing but where to look. */
    Answer internalError(UUID correlationId) {
        String detail = "The service failed. Its log has the cause under the correlation id.";
        return answer(problem(500, correlationId).reason(ReasonCode.INTERNAL_ERROR, detail));
    }

    /** The body did not come to its end, which is nobody's fault and may go better next time. */
    Answer bodyBrokeOff(UUID correlationId) {
        return answer(problem(408, correlationId)
                .reason(ReasonCode.INVALID_REQUEST, "The body broke off before its end.")
                .retryable(true));
    }

    /** What the server refuses before a request is one, by the status it chose. */
    Answer unreadable(int status, UUID correlationId) {
        ProblemJson.Builder problem = problem(status, correlationId);
        return answer(
                status == 503
                        ? problem.reason(ReasonCode.INTERNAL_ERROR, "The service is stopping.")
                                .retryable(true)
                        : problem.reason(ReasonCode.INVALID_REQUEST, "The request could not be read."));
    }

    private static ProblemJson.Builder problem(int status, UUID correlationId) {
        String title = status == ReasonStatus.CHECKSUM_MISMATCH ? "Checksum Mismatch" : HttpStatus.getMessage(status);
        return ProblemJson.builder(status, title, correlationId);
    }

    private static Answer answer(ProblemJson.Builder builder) {
        ProblemJson problem = builder.build();
        return Answer.json(Objects.requireNonNull(problem.status()), problem)
                .with(Map.of("Content-Type", MEDIA_TYPE, "Cache-Control", "no-store"));
    }

    private String retryAfter(ReasonCode reason) {
        return switch (reason) {
            case FIRMWARE_SUBMISSION_IS_IN_PROGRESS, PENDING_MANUAL_INTERVENTION -> Seconds.roundedUp(pollingFloor);
            default -> "1";
        };
    }
}
