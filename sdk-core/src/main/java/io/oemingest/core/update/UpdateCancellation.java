package io.oemingest.core.update;

import io.oemingest.core.model.RequestForUpdateTicket;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a request came to nothing after it had been accepted.
 *
 * @param kind what happened, as {@link UpdateError} has it: CANCELLED, REPLACED or WITHDRAWN
 * @param replacedBy the newer request, if one took the place
 * @param explanation what the operators said when they withdrew it
 */
public record UpdateCancellation(
        UpdateError kind,
        Instant at,
        @Nullable RequestForUpdateTicket replacedBy,
        @Nullable String explanation) {}
