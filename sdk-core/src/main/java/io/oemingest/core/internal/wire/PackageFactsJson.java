package io.oemingest.core.internal.wire;

import org.jspecify.annotations.Nullable;

/** What {@code submission.json} says of a package; {@code ekus} is absent when the package is not signed. */
public record PackageFactsJson(
        String name,
        String style,
        String owner,
        String component,
        @Nullable String subComponent,
        @Nullable String culture,
        @Nullable String resolution,
        String version,
        @Nullable String ownerType,
        @Nullable String releaseType,
        @Nullable String partition,
        @Nullable String platform,
        boolean removal,
        boolean binaryPartition,
        @Nullable String ekus) {}
