package io.oemingest.core.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What applying a plan came to, as a file for programs.
 *
 * @param refusal why the next request was refused; absent if all are there
 */
public record AppliedPlanJson(
        String deviceName,
        String operatorId,
        String type,
        String from,
        String to,
        boolean complete,
        List<Step> steps,
        @Nullable Refusal refusal) {
    /** A request of the plan, made now or there already. */
    public record Step(
            @Nullable String sourceTicketId,
            @Nullable String targetTicketId,
            String ticketId,
            String stage,
            boolean made) {}

    /** The service's answer. */
    public record Refusal(String reason, String details, List<FindingJson> findings) {}
}
