package io.oemingest.core.format.cabinet;

/** Writes what {@link LzxBits} reads: words of 16 bits, highest bit first, and bytes in between. */
final class LzxBitWriter {
    private byte[] target = new byte[0];
    private int position;
    /** The last bits, in the low end. */
    private long buffer;

    private int held;

    /** Begins at the start of {@code bytes}. */
    void start(byte[] bytes) {
        target = bytes;
        position = 0;
        held = 0;
    }

    /** Writes the low {@code count} bits, 0 to 32. */
    void put(int value, int count) {
        buffer = (buffer << count) | (value & ((1L << count) - 1));
        held += count;
        while (held >= Short.SIZE) {
            held -= Short.SIZE;
            int word = (int) (buffer >>> held);
            target[position++] = (byte) word;
            target[position++] = (byte) (word >> 8);
        }
    }

    /** Fills up the last word with zeros; returns the bytes written so far. */
    int align() {
        if (held > 0) {
            put(0, Short.SIZE - held);
        }
        return position;
    }

    /** Writes four bytes between {@link #align} and the next bit. */
    void putInt(int value) {
        LittleEndian.putInt(target, position, value);
        position += Integer.BYTES;
    }

    /** Writes bytes between {@link #align} and the next bit, and one more where needed for whole words. */
    void putBytes(byte[] bytes, int length) {
        System.arraycopy(bytes, 0, target, position, length);
        position += length;
        if (length % 2 != 0) {
            target[position++] = 0;
        }
    }
}
