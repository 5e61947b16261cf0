package io.oemingest.core.format.cabinet;

/** A stretch of an array: the packed bytes of one block. */
final class PackedBytes {
    static final PackedBytes NONE = new PackedBytes(new byte[0], 0, 0);

    private final byte[] array;
    private final int start;
    private final int length;

    PackedBytes(byte[] array, int start, int length) {
        this.array = array;
        this.start = start;
        this.length = length;
    }

    byte[] array() {
        return array;
    }

    int start() {
        return start;
    }

    int length() {
        return length;
    }

    /** Behind the last byte. */
    int end() {
        return start + length;
    }
}
