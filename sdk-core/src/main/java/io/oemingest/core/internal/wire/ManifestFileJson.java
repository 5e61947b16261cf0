package io.oemingest.core.internal.wire;

import org.jspecify.annotations.Nullable;

/** A row of {@code submission.json}; {@code firmwarePackage} is there for packages only. */
public record ManifestFileJson(
        String path,
        String kind,
        long size,
        String sha256,
        @Nullable PackageFactsJson firmwarePackage,
        @Nullable ExtensionsJson extensions) {

    /** What no document knows and this project adds; {@code signAs} is the id of a signing profile. */
    public record ExtensionsJson(@Nullable String signAs) {}
}
