package io.oemingest.core.format.image;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The packages of an image and the choices that select them ({@code <name>FM.xml}). Values stay as written: real
 * manifests use more of them than the schema knows.
 *
 * @param packages of all sections, in the order of the file
 * @param groups which features exclude or need each other
 */
public record FeatureManifest(
        Origin origin,
        List<FeaturePackage> packages,
        List<FeatureGroup> groups,
        List<ConditionalFeature> conditionalFeatures) {

    public FeatureManifest {
        packages = List.copyOf(packages);
        groups = List.copyOf(groups);
        conditionalFeatures = List.copyOf(conditionalFeatures);
    }

    /** Who made the manifest, and from what. */
    public record Origin(
            @Nullable String id,
            @Nullable String revision,
            @Nullable String schemaVersion,
            @Nullable String releaseType,
            @Nullable String ownerType,
            @Nullable String ownerName,
            @Nullable String buildId,
            @Nullable String buildInfo,
            @Nullable String osVersion) {}

    /** Reads a manifest. @throws io.oemingest.core.format.MalformedFileException with line and column if it is none */
    public static FeatureManifest read(ByteSource source, FormatLimits limits) throws IOException {
        return FeatureManifestReader.read(source, limits);
    }

    /** The packages of one section, in the order of the file. */
    public List<FeaturePackage> packages(FeaturePackage.Section section) {
        return packages.stream().filter(each -> each.section() == section).toList();
    }

    /**
     * The packages that an image of this input gets from this manifest, in the order of the file, after Microsoft's
     * "Feature manifest file contents". Guest packages ({@code Wow}) and the optional features of Windows Phone 8
     * inputs are not resolved; speech and keyboard packages are only those of a language.
     *
     * @param cpuType processor of the image, such as {@code ARM}, which no input says
     */
    public List<SelectedPackage> select(OemInput input, String cpuType) {
        return new FeatureSelection(input, cpuType).of(this);
    }

    /** The manifest as Microsoft's tools write it, comments and empty sections left out. */
    public byte[] toBytes() {
        return new FeatureManifestWriter(this).write();
    }
}
