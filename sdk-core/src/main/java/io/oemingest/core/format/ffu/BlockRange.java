package io.oemingest.core.format.ffu;

/** Payload blocks that follow each other. */
public record BlockRange(long index, long count) {

    /** The block after the last one. */
    public long end() {
        return index + count;
    }
}
