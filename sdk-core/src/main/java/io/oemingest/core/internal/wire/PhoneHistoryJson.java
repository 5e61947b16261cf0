package io.oemingest.core.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /v1/phone-history}. */
public record PhoneHistoryJson(
        @Nullable String deviceName,
        @Nullable String operatorId,
        @Nullable List<ImageJson> images,
        @Nullable List<LinkJson> chain) {

    /** A submission; without facts if it is no signed image for the phone and operator. */
    public record ImageJson(
            @Nullable String ticketId,
            @Nullable Boolean owned,
            @Nullable String type,
            @Nullable Boolean signed,
            @Nullable FactsJson facts) {}

    /**
     * A signed image.
     *
     * @param packages names without extension
     * @param status how it stands to the packaging requirements
     */
    public record FactsJson(
            @Nullable String product,
            @Nullable PairingJson pairing,
            @Nullable String version,
            @Nullable List<String> packages,
            @Nullable String status,
            @Nullable List<String> features,
            @Nullable String osVersion) {}

    /** A request from image to image. */
    public record LinkJson(
            @Nullable String ticketId,
            @Nullable String type,
            @Nullable String sourceTicketId,
            @Nullable String targetTicketId,
            @Nullable String stage) {}
}
