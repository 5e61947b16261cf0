package io.oemingest.core.format.ffu;

/**
 * A place on the disk.
 *
 * @param fromEnd whether blocks are counted from the end of the disk; 0 is then the last whole block
 * @param blockIndex in blocks of the store
 */
public record BlockLocation(boolean fromEnd, long blockIndex) {

    /** Where the block begins on a disk of that many bytes. */
    public long byteOffset(long diskSize, int blockSize) {
        return fromEnd ? diskSize - (blockIndex + 1) * blockSize : blockIndex * blockSize;
    }
}
