package io.oemingest.core.format.ffu;

import java.util.List;

/**
 * Says where on the disk the next blocks of the payload go. With several locations they are written several times.
 *
 * @param blockCount payload blocks
 * @param dataSize bytes of the payload, packed or not
 */
public record WriteDescriptor(long blockCount, long dataSize, List<BlockLocation> locations) {

    public WriteDescriptor {
        locations = List.copyOf(locations);
    }
}
