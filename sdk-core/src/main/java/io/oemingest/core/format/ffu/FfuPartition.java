package io.oemingest.core.format.ffu;

import io.oemingest.core.io.ByteSource;
import java.util.UUID;

/**
 * A partition to be written into an image.
 *
 * @param name at most 36 characters
 * @param type GUID of its kind
 * @param id GUID of its own
 * @param sectors size, in sectors of 512 bytes
 * @param requiredToFlash whether it is written in the second phase already
 * @param content from the first byte on; what it does not fill is not written
 */
public record FfuPartition(String name, UUID type, UUID id, long sectors, boolean requiredToFlash, ByteSource content) {
    private static final int MOST_NAME = 36;

    /** @throws IllegalArgumentException if the name is too long or no printable ASCII, or the content does not fit */
    public FfuPartition {
        if (name.isBlank() || name.length() > MOST_NAME || !name.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("'" + name + "' is no name of a partition");
        }
        if (sectors <= 0 || content.size() > sectors * FfuDisk.SECTOR) {
            throw new IllegalArgumentException(
                    name + " has " + content.size() + " bytes of content and " + sectors + " sectors");
        }
    }
}
