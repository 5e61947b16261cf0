package io.oemingest.core.format.cabinet;

/** The bit stream of LZX: little-endian words of 16 bits, highest bit first; bytes in between ([MS-PATCH] 2.2). */
final class LzxBits {
    private static final int WORD = Short.SIZE;

    private byte[] data = new byte[0];
    private int position;
    private int end;
    /** The next bits, in the high end; of these, the last {@code lent} do not exist. */
    private long buffer;

    private int held;
    private int lent;

    /** Goes on with the bytes of the next block. */
    void start(PackedBytes bytes) {
        data = bytes.array();
        position = bytes.start();
        end = bytes.end();
        dropBits();
    }

    /** The next {@code count} bits, 1 to 16, which stay; zeros stand for what is missing behind the end. */
    int peek(int count) throws CorruptDataException {
        if (held < count) {
            fill();
        }
        return (int) (buffer >>> (Long.SIZE - count));
    }

    /** Takes bits that were looked at; that some of them do not exist may come out only at a later call. */
    void skip(int count) {
        buffer <<= count;
        held -= count;
    }

    /** Takes {@code count} bits, 0 to 17. */
    int read(int count) throws CorruptDataException {
        if (held < count) {
            fill();
        }
        // In two steps, since no shift is as wide as the buffer.
        int value = (int) (buffer >>> 1 >>> (Long.SIZE - 1 - count));
        skip(count);
        return value;
    }

    /** Goes on with whole bytes: drops 1 to 16 bits, up to the next word. */
    void alignToBytes() throws CorruptDataException {
        checkEnd();
        int unread = held - lent;
        if (unread == 0) {
            readByte();
            readByte();
            return;
        }
        position -= (unread - 1) / WORD * Short.BYTES;
        dropBits();
    }

    /** The next byte, between {@link #alignToBytes} and the next bit. */
    int readByte() throws CorruptDataException {
        checkLeft(1);
        dropBits();
        return data[position++] & 0xff;
    }

    int readInt() throws CorruptDataException {
        checkLeft(Integer.BYTES);
        position += Integer.BYTES;
        return LittleEndian.getInt(data, position - Integer.BYTES);
    }

    void readBytes(byte[] target, int start, int length) throws CorruptDataException {
        checkLeft(length);
        System.arraycopy(data, position, target, start, length);
        position += length;
    }

    /** Whole bytes that nothing has used. @throws CorruptDataException if more was used than there is */
    int unused() throws CorruptDataException {
        checkEnd();
        return end - position + (held - lent) / WORD * Short.BYTES;
    }

    /** Makes at least 32 bits of what were less. */
    private void fill() throws CorruptDataException {
        if (position + Integer.BYTES <= end) {
            long words = Integer.toUnsignedLong(Integer.rotateLeft(LittleEndian.getInt(data, position), WORD));
            buffer |= words << (Integer.SIZE - held);
            held += Integer.SIZE;
            position += Integer.BYTES;
            return;
        }
        checkEnd();
        fillWord();
        fillWord();
    }

    private void fillWord() {
        if (position + Short.BYTES <= end) {
            long word = (data[position] & 0xff) | ((data[position + 1] & 0xff) << Byte.SIZE);
            buffer |= word << (Long.SIZE - WORD - held);
            position += Short.BYTES;
        } else {
            lent += WORD;
        }
        held += WORD;
    }

    private void dropBits() {
        buffer = 0;
        held = 0;
        lent = 0;
    }

    /** Sees that all bits taken so far exist. */
    void checkEnd() throws CorruptDataException {
        if (held < lent) {
            throw new CorruptDataException("has LZX data that ends too early");
        }
    }

    private void checkLeft(int count) throws CorruptDataException {
        if (count > end - position) {
            throw new CorruptDataException("has LZX data that ends too early");
        }
    }
}
