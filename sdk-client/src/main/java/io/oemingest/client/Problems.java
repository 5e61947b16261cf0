package io.oemingest.client;

import io.oemingest.client.internal.http.Answer;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.FindingJson;
import io.oemingest.core.internal.wire.ProblemJson;
import io.oemingest.core.internal.wire.report.ReportWire;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.validation.Finding;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns an answer that is not the wanted one into the exception that says what it is. */
final class Problems {
    private static final int LARGEST = 1 << 20;
    private static final int EXCERPT = 200;

    private final InstantSource time;

    Problems(InstantSource time) {
        this.time = time;
    }

    /** The exception for an answer; the answer's body is read. */
    IngestionException of(Answer answer) {
        String text = text(answer);
        ProblemJson problem = answer.mediaType().equals("application/problem+json") ? parse(text) : null;
        return problem == null || problem.reason() == null
                ? foreign(answer, text)
                : refusal(answer, problem, problem.reason());
    }

    /** The exception for an answer of the wanted status that is wrong in itself. */
    UnexpectedResponseException wrong(Answer answer, String problem) {
        return new UnexpectedResponseException(
                "The answer to " + answer.call() + " is not of the ingestion API: " + problem,
                answer.status(),
                null,
                null);
    }

    private ServiceException refusal(Answer answer, ProblemJson problem, String reason) {
        String correlation = problem.correlationId();
        Refused refused = new Refused(
                answer.status(),
                reason,
                firstOf(problem.detail(), problem.title(), "no details given"),
                correlation == null ? answer.header("Correlation-Id") : correlation,
                Boolean.TRUE.equals(problem.retryable()),
                problem.ticketId(),
                problem.permission(),
                findings(problem),
                retryAfter(answer));
        ReasonCode code = ReasonCode.parseOrNull(reason);
        if (code == ReasonCode.TICKET_DOES_NOT_EXIST) {
            return new TicketDoesNotExistException(refused);
        }
        if (code == ReasonCode.FIRMWARE_SUBMISSION_IS_IN_PROGRESS) {
            return new FirmwareSubmissionInProgressException(refused);
        }
        return code == ReasonCode.FIRMWARE_SUBMISSION_HAS_FAILED
                ? new FirmwareSubmissionFailedException(refused)
                : new ServiceException(refused);
    }

    private UnexpectedResponseException foreign(Answer answer, String text) {
        String type = answer.mediaType();
        String message = "The answer to " + answer.call() + " is not of the ingestion API: status " + answer.status()
                + (type.isEmpty() ? " without a body" : " with " + type) + hint(answer.status());
        String excerpt = text.isEmpty() ? null : text.substring(0, Math.min(EXCERPT, text.length()));
        return new UnexpectedResponseException(message, answer.status(), excerpt, retryAfter(answer));
    }

    private static String hint(int status) {
        return switch (status) {
            case 403, 407, 413 -> "; often a proxy with a size limit or a closed port (rule UPL-05)";
            case 301, 302, 303, 307, 308 -> "; redirects are not followed, name the service's own address";
            default -> "";
        };
    }

    /** The pause the answer asks for, in seconds or up to a date (RFC 9110 10.2.3), or null. */
    @Nullable
    Duration retryAfter(Answer answer) {
        return RetryAfter.parse(answer.header("Retry-After"), time.instant());
    }

    private static String text(Answer answer) {
        try {
            return answer.text(LARGEST);
        } catch (IOException e) {
            // The status says more than the fact that the rest of the page was cut off.
            return "";
        }
    }

    private static @Nullable ProblemJson parse(String text) {
        try {
            return Json.read(ProblemJson.class, text, "problem");
        } catch (MalformedFileException e) {
            return null;
        }
    }

    private static List<Finding> findings(ProblemJson problem) {
        try {
            List<FindingJson> findings = problem.findings();
            return findings == null ? List.of() : ReportWire.toModel(findings, "problem", "$.findings");
        } catch (MalformedFileException e) {
            // A refusal stays a refusal when its findings are of a newer form.
            return List.of();
        }
    }

    private static String firstOf(@Nullable String detail, @Nullable String title, String otherwise) {
        return detail == null ? Objects.requireNonNullElse(title, otherwise) : detail;
    }
}
