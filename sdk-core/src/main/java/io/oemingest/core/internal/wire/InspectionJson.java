package io.oemingest.core.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts of one package as {@code ingest inspect --json} prints them; {@code size} in bytes, {@code sha256} in hex. */
public record InspectionJson(
        String file,
        long size,
        String sha256,
        String name,
        String style,
        String version,
        @Nullable String ownerType,
        @Nullable String releaseType,
        @Nullable String partition,
        @Nullable String platform,
        @Nullable String cpuType,
        @Nullable String buildType,
        boolean removal,
        boolean binaryPartition,
        List<InspectedFileJson> files,
        InspectionCatalogJson catalog,
        List<InspectedPartJson> parts) {}
