package io.oemingest.core.format.image;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One disk or boot area of a {@link DeviceLayout}.
 *
 * @param id null only in the first form of the document
 * @param devicePath where UEFI finds it
 * @param sizeInSectors null if the layout leaves it open
 * @param onlyDefinedGptEntries whether the partition table has no room for more partitions
 * @param pool number of the storage pool that wraps the store, from 1 in the order of the file; 0 outside of pools
 */
public record LayoutStore(
        @Nullable String id,
        @Nullable String storeType,
        @Nullable String devicePath,
        @Nullable Long sizeInSectors,
        boolean onlyDefinedGptEntries,
        int pool,
        List<LayoutPartition> partitions) {

    public LayoutStore {
        partitions = List.copyOf(partitions);
    }

    /** The only store of the first form, of which no more is known. */
    static LayoutStore unnamed(List<LayoutPartition> partitions) {
        return new LayoutStore(null, null, null, null, false, 0, partitions);
    }
}
