package io.oemingest.core.internal.wire;

import org.jspecify.annotations.Nullable;

/** The catalog of an inspected package. */
public record InspectionCatalogJson(
        String member, int version, int entries, @Nullable String packageName) {}
