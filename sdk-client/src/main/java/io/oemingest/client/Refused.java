package io.oemingest.client;

import io.oemingest.core.validation.Finding;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a problem document of the service says (rule ERR-01). */
record Refused(
        int status,
        String reasonCode,
        String details,
        @Nullable String correlationId,
        boolean retryable,
        @Nullable String ticketId,
        @Nullable String permission,
        List<Finding> findings,
        @Nullable Duration retryAfter) {

    Refused {
        findings = List.copyOf(findings);
    }

    /** The general sentence, the details, the reason and what a support case needs. */
    String sentence() {
        return "The service refused the request: " + details + " (reason " + reasonCode
                + (correlationId == null ? "" : ", correlation id " + correlationId) + ")";
    }
}
