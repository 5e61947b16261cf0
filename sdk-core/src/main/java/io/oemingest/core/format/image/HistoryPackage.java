package io.oemingest.core.format.image;

import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import org.jspecify.annotations.Nullable;

/**
 * One package of an update event. Text stays as written; compare it ignoring case.
 *
 * @param removal whether the event removed the package
 * @param binaryPartition unreliable: imaging events say false for packages that fill a partition
 * @param packageFile absolute path on the machine that wrote the history, with a {@code \\?\} prefix
 * @param packageIdentity CBS identity {@code name~token~arch~culture~version}, absent for SPKG packages
 * @param packageType {@code Canonical}, {@code Removal}, {@code Diff}; {@code Invalid} in every imaging event
 */
public record HistoryPackage(
        PackageIdentity identity,
        FirmwareVersion version,
        @Nullable String releaseType,
        @Nullable String ownerType,
        @Nullable String buildType,
        @Nullable String cpuType,
        @Nullable String partition,
        @Nullable String platform,
        @Nullable String groupingKey,
        boolean removal,
        boolean binaryPartition,
        String packageFile,
        @Nullable String packageIdentity,
        @Nullable String packageType,
        Details details) {

    /**
     * What the schema allows and no real history has.
     *
     * @param targetGroups ids joined with a semicolon
     * @param packageStyle {@code SPKG} or {@code CBS}
     * @param sourceVersion what a difference starts from
     * @param stomped whether a later package of the same update replaced this one
     * @param result HRESULT of this package
     */
    public record Details(
            @Nullable String description,
            @Nullable String targetGroups,
            @Nullable String packageStyle,
            @Nullable String sourceVersion,
            @Nullable String stomped,
            @Nullable Integer result) {
        /** Nothing of all that. */
        public static final Details NONE = new Details(null, null, null, null, null, null);
    }

    /** The name by which packages are told apart, ignoring case. */
    public String name() {
        return identity.name();
    }

    /** The last part of {@link #packageFile()}. */
    public String fileName() {
        return packageFile.substring(Math.max(packageFile.lastIndexOf('\\'), packageFile.lastIndexOf('/')) + 1);
    }
}
