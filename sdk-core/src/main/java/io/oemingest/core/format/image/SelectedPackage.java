package io.oemingest.core.format.image;

import org.jspecify.annotations.Nullable;

/**
 * A package that an {@link OemInput} selects from a {@link FeatureManifest}.
 *
 * @param source the entry of the manifest that names it
 * @param path folder on the build machine; variables that the input does not set stay as written
 * @param fileName with the language or the resolution, if it is a package of one
 * @param culture language as the input writes it
 * @param resolution {@code WxH}
 */
public record SelectedPackage(
        FeaturePackage source,
        @Nullable String path,
        String fileName,
        @Nullable String culture,
        @Nullable String resolution) {}
