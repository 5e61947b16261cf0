package io.oemingest.core.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan of requests for update, as a file for programs.
 *
 * @param missingPackages names that the images at both ends have to bring back, with empty packages at least
 * @param refusal why the request that is missing would be refused; absent if the steps lead to the end
 */
public record UpdatePlanJson(
        String deviceName,
        String operatorId,
        String type,
        String from,
        String to,
        boolean possible,
        List<Step> steps,
        List<Hole> holes,
        List<Prospect> prospects,
        List<String> missingPackages,
        @Nullable Refusal refusal) {
    /** A request; one that is to be made has no ticket. */
    public record Step(
            String sourceTicketId,
            String targetTicketId,
            @Nullable String ticketId,
            @Nullable String stage,
            List<FindingJson> warnings) {}

    /** Two requests, one after the other, that do not meet. */
    public record Hole(String before, String after) {}

    /** An image that is no baseline, or lacks packages, and what it would take. */
    public record Prospect(
            String ticketId, boolean possible, List<String> missing, List<String> surplus, List<String> sameVersion) {}

    /** The service's answer, foreseen. */
    public record Refusal(String reason, List<FindingJson> findings) {}
}
