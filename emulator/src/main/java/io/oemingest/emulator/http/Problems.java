package io.oemingest.emulator.http;

import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.FindingJson;
import io.oemingest.core.internal.wire.ProblemJson;
import io.oemingest.core.internal.wire.report.ReportWire;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.emulator.engine.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.jetty.http.HttpStatus;

/** Refusals as problem documents (RFC 9457). */
final class Problems {
    static final String MEDIA_TYPE = "application/problem+json";

    private final Duration pollingFloor;

    Problems(Duration pollingFloor) {
        this.pollingFloor = pollingFloor;
    }

    Answer of(Refusal refusal, int status, UUID correlationId) {
        List<FindingJson> findings = refusal.findings().isEmpty() ? null : ReportWire.toWire(refusal.findings());
        ProblemJson problem = new ProblemJson(
                "about:blank",
                title(status),
                status,
                refusal.detail(),
                "urn:uuid:" + correlationId,
                refusal.reason().text(),
                correlationId.toString(),
                refusal.retryable(),
                refusal.ticketId(),
                refusal.permission(),
                findings,
                null,
                null);
        Answer answer = answer(status, problem);
        if (refusal.reason() == ReasonCode.CREDENTIALS_UNKNOWN) {
            answer = answer.with("WWW-Authenticate", "Bearer realm=\"ingestion\"");
        }
        return refusal.retryable() ? answer.with("Retry-After", retryAfter(refusal.reason())) : answer;
    }

    Answer of(HttpRefusal refusal, UUID correlationId) {
        boolean retryable = refusal.headers().containsKey("Retry-After");
        ProblemJson problem = problem(refusal.status(), refusal.reason(), refusal.detail(), correlationId, retryable);
        return answer(refusal.status(), problem).with(refusal.headers());
    }

    /** A client that is too old, told both versions. */
    Answer clientTooOld(String client, String minimum, UUID correlationId) {
        ReasonCode reason = ReasonCode.CLIENT_VERSION_NOT_SUPPORTED;
        int status = ReasonStatus.of(reason);
        String detail = "This client has version " + client + "; the service needs " + minimum + " or later.";
        return answer(
                status,
                new ProblemJson(
                        "about:blank",
                        title(status),
                        status,
                        detail,
                        "urn:uuid:" + correlationId,
                        reason.text(),
                        correlationId.toString(),
                        false,
                        null,
                        null,
                        null,
                        client,
                        minimum));
    }

    /** A failure of the service itself: says nothing but where to look. */
    Answer internalError(UUID correlationId) {
        String detail = "The service failed. Its log has the cause under the correlation id.";
        return plain(500, ReasonCode.INTERNAL_ERROR, detail, correlationId);
    }

    Answer plain(int status, ReasonCode reason, String detail, UUID correlationId) {
        boolean retryable = status == 408 || status == 503;
        return answer(status, problem(status, reason, detail, correlationId, retryable));
    }

    private static ProblemJson problem(int status, ReasonCode reason, String detail, UUID id, boolean retryable) {
        return new ProblemJson(
                "about:blank",
                title(status),
                status,
                detail,
                "urn:uuid:" + id,
                reason.text(),
                id.toString(),
                retryable,
                null,
                null,
                null,
                null,
                null);
    }

    private static Answer answer(int status, ProblemJson problem) {
        return new Answer(
                status, Map.of("Content-Type", MEDIA_TYPE, "Cache-Control", "no-store"), Json.write(problem), null);
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
