package io.oemingest.core.internal.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request for update: answer of {@code POST /v1/requests-for-update} and {@code GET /v1/requests-for-update/{ticket}},
 * item of lists. What belongs to the other payload is absent.
 *
 * @param number counts the requests of the service
 * @param operations what happened so far, the creation first
 * @param warnings findings that did not stop the request; in the read only
 */
public record RequestForUpdateJson(
        @Nullable String ticketId,
        @Nullable Long number,
        @Nullable String payloadType,
        @Nullable String type,
        @Nullable String deviceName,
        @Nullable String operatorId,
        @Nullable String cpu,
        @Nullable String product,
        @Nullable String stage,
        @Nullable StatusJson status,
        @Nullable Boolean isApproved,
        @Nullable List<String> approvals,
        @Nullable ReferenceJson target,
        @Nullable ReferenceJson source,
        @Nullable List<OperationJson> operations,
        @Nullable CancellationJson cancellation,
        @Nullable List<FindingJson> warnings,
        @Nullable Instant created,
        @Nullable Instant changed) {

    /** One of the documented states, with a code and sentences where something is wrong. */
    public record StatusJson(
            @Nullable String state,
            @Nullable Integer errorCode,
            @Nullable String errorMessage) {}

    /** One end of the update. */
    public record ReferenceJson(
            @Nullable String ticketId,
            @Nullable String firmwareVersion,
            @Nullable String osVersion) {}

    /** Something that happened, and by whom if not by the service itself. */
    public record OperationJson(
            @Nullable String name,
            @Nullable Instant at,
            @Nullable String by) {}

    /** How the request came to nothing. */
    public record CancellationJson(
            @Nullable String kind,
            @Nullable Instant at,
            @Nullable String replacedBy,
            @Nullable String explanation) {}
}
