package io.oemingest.core.signing;

import io.oemingest.core.format.ffu.BlockLocation;
import io.oemingest.core.format.ffu.FfuImage;
import io.oemingest.core.format.ffu.FfuStore;
import java.io.IOException;
import java.util.Arrays;

/** Does what a flasher does, to a disk in memory. */
final class FlashedDisk {
    private FlashedDisk() {}

    /** Writes the first blocks of a store's payload; the disk was full of other data before. */
    static byte[] upTo(long blocks, FfuImage image, int index, int sectors) throws IOException {
        byte[] disk = new byte[sectors * 512];
        Arrays.fill(disk, (byte) 0x55);
        FfuStore store = image.stores().get(index);
        long[] at = {image.payloadOffset(), 0};
        for (int before = 0; before < index; before++) {
            at[0] += image.stores().get(before).payloadSize();
        }
        store.forEachDescriptor(descriptor -> {
            for (BlockLocation location : descriptor.locations()) {
                if (at[1] < blocks) {
                    int to = (int) location.byteOffset(disk.length, store.blockSize());
                    image.source().readFully(at[0], disk, to, store.blockSize());
                }
            }
            at[0] += descriptor.dataSize();
            at[1] += descriptor.blockCount();
        });
        return disk;
    }
}
