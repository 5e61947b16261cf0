package io.oemingest.core.internal.wire;

import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/requests-for-update}: two tickets, or processor, product and two versions.
 *
 * @param replaces ticket of the earlier request whose place this one takes
 */
public record CreateRequestForUpdateJson(
        @Nullable String payloadType,
        @Nullable String type,
        @Nullable String deviceName,
        @Nullable String operatorId,
        @Nullable String targetTicketId,
        @Nullable String sourceTicketId,
        @Nullable String cpu,
        @Nullable String product,
        @Nullable String sourceOsVersion,
        @Nullable String targetOsVersion,
        @Nullable String replaces) {}
