package io.oemingest.core.format.ffu;

import java.util.List;
import java.util.UUID;

/**
 * A disk to be written into an image, with a GUID partition table.
 *
 * @param id GUID of the disk
 * @param devicePath UEFI path, written only into images of several disks
 * @param sectors size of the smallest disk that the image fits on, in sectors of 512 bytes
 */
public record FfuDisk(UUID id, String devicePath, long sectors, List<FfuPartition> partitions) {
    /** Bytes of a sector. */
    public static final int SECTOR = 512;

    /** @throws IllegalArgumentException if the table has no room for so many partitions */
    public FfuDisk {
        partitions = List.copyOf(partitions);
        if (partitions.size() > GuidTable.ENTRIES) {
            throw new IllegalArgumentException("A disk has at most " + GuidTable.ENTRIES + " partitions");
        }
    }
}
