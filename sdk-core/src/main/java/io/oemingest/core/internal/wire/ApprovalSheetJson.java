package io.oemingest.core.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The record that is signed when requests for update are approved, as a file for programs. */
public record ApprovalSheetJson(String kind, List<Row> requests) {
    /** A request; what is not known or not there is left out. */
    public record Row(
            long number,
            @Nullable String ticketId,
            @Nullable String modelName,
            @Nullable String operatorId,
            @Nullable String sourceFirmwareVersion,
            @Nullable String targetFirmwareVersion,
            @Nullable String osVersionBefore,
            @Nullable String osVersionAfter) {}
}
