package io.oemingest.core.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /v1/service}. */
public record ServiceJson(
        @Nullable String name,
        @Nullable String environment,
        @Nullable String apiVersion,
        @Nullable String serviceVersion,
        @Nullable String minimumClientVersion,
        @Nullable List<String> products,
        @Nullable LimitsJson limits,
        @Nullable Long pollingFloorSeconds,
        @Nullable UpdatePolicyJson updates) {

    /** What the service allows; sizes in bytes. */
    public record LimitsJson(
            @Nullable Long maxArchiveSize,
            @Nullable Integer maxPackages,
            @Nullable Integer chunkSize) {}

    /** How requests for update are judged: {@code Refuse}, {@code Warn} or {@code Off} for what breaks a chain. */
    public record UpdatePolicyJson(
            @Nullable String chain, @Nullable Boolean strict) {}
}
