package io.oemingest.core.format.cabinet;

/** The bit stream of LZX: little-endian words of 16 bits, highest bit first; bytes in between ([MS-PATCH] 2.2). */
final class LzxBits {
    private byte[] data = new byte[0];
    private int end;
    private int position;
    /** The next bits, in the high end; of these, the last {@code lent} do not exist. */
    private int buffer;

    private int held;
    private int lent;

    /** Goes on with the bytes of the next block. */
    void start(byte[] bytes, int length) {
        data = bytes;
        end = length;
        position = 0;
        dropBits();
    }

    /** The next {@code count} bits, 1 to 16, which stay; zeros stand for what is missing behind the end. */
    int peek(int count) {
        if (held < count) {
            fill();
        }
        return buffer >>> (32 - count);
    }

    /** Takes bits that were looked at. */
    void skip(int count) throws CorruptDataException {
        buffer <<= count;
        held -= count;
        if (held < lent) {
            throw new CorruptDataException("has LZX data that ends too early");
        }
    }

    /** Takes {@code count} bits, 0 to 17. */
    int read(int count) throws CorruptDataException {
        if (count > 16) {
            int high = read(count - 16);
            return (high << 16) | read(16);
        }
        if (count == 0) {
            return 0;
        }
        int value = peek(count);
        skip(count);
        return value;
    }

    /** Goes on with whole bytes: drops 1 to 16 bits, up to the next word. */
    void alignToBytes() throws CorruptDataException {
        int unread = held - lent;
        if (unread == 0) {
            readByte();
            readByte();
            return;
        }
        position -= (unread - 1) / 16 * 2;
        dropBits();
    }

    /** The next byte, between {@link #alignToBytes} and the next bit. */
    int readByte() throws CorruptDataException {
        if (position >= end) {
            throw new CorruptDataException("has LZX data that ends too early");
        }
        dropBits();
        return data[position++] & 0xff;
    }

    int readInt() throws CorruptDataException {
        return readByte() | (readByte() << 8) | (readByte() << 16) | (readByte() << 24);
    }

    void readBytes(byte[] target, int start, int length) throws CorruptDataException {
        if (length > end - position) {
            throw new CorruptDataException("has LZX data that ends too early");
        }
        System.arraycopy(data, position, target, start, length);
        position += length;
    }

    /** Whole bytes that nothing has used. */
    int unused() {
        return end - position + (held - lent) / 16 * 2;
    }

    private void fill() {
        int word = 0;
        if (position + 2 <= end) {
            word = (data[position] & 0xff) | ((data[position + 1] & 0xff) << 8);
            position += 2;
        } else {
            lent += 16;
        }
        buffer |= word << (16 - held);
        held += 16;
    }

    private void dropBits() {
        buffer = 0;
        held = 0;
        lent = 0;
    }
}
