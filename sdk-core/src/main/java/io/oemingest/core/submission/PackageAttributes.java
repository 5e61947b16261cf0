package io.oemingest.core.submission;

import org.jspecify.annotations.Nullable;

/**
 * What a package says of itself besides its identity, as text where the manifest has text.
 *
 * @param partition as written; an absent one means MainOS (rule PKG-06)
 * @param removal whether it removes an installed package
 * @param binaryPartition whether it replaces a whole partition
 */
public record PackageAttributes(
        @Nullable String ownerType,
        @Nullable String releaseType,
        @Nullable String partition,
        @Nullable String platform,
        boolean removal,
        boolean binaryPartition) {
    /** The partition that applies, in the spelling of the manifest. */
    public String effectivePartition() {
        return partition == null || partition.isEmpty() ? "MainOS" : partition;
    }
}
