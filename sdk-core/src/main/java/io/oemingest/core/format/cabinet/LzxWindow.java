package io.oemingest.core.format.cabinet;

/** The last bytes that LZX produced, in a ring whose size is a whole number of frames. */
final class LzxWindow {
    /** From here on a call to copy costs less than a loop. */
    private static final int LONG = 24;

    private final byte[] ring;
    private boolean wrapped;
    private int position;

    /** Never larger than the data that will pass through it. */
    LzxWindow(int windowBits, long unpackedSize) {
        int frame = DataBlock.MAX_UNPACKED;
        long frames = (unpackedSize + frame - 1) / frame;
        ring = new byte[(int) Math.min(1L << windowBits, frames * frame)];
    }

    /** Begins a frame, which never crosses the end of the ring; returns where it begins. */
    int startFrame() {
        if (position == ring.length) {
            position = 0;
            wrapped = true;
        }
        return position;
    }

    int position() {
        return position;
    }

    void put(int literal) {
        ring[position++] = (byte) literal;
    }

    void put(LzxBits bytes, int length) throws CorruptDataException {
        bytes.readBytes(ring, position, length);
        position += length;
    }

    /** Repeats {@code length} bytes from {@code offset} bytes ago; the two may overlap. */
    void repeat(int offset, int length) throws CorruptDataException {
        if (offset <= 0 || offset > (wrapped ? ring.length : position)) {
            throw new CorruptDataException("repeats LZX data from before the start");
        }
        int from = position - offset;
        int atEnd = from < 0 ? Math.min(length, -from) : 0;
        if (atEnd > 0) {
            System.arraycopy(ring, from + ring.length, ring, position, atEnd);
            position += atEnd;
        }
        copy(Math.max(from, 0), length - atEnd);
    }

    private void copy(int from, int length) {
        if (length >= LONG && position - from >= length) {
            System.arraycopy(ring, from, ring, position, length);
        } else {
            for (int i = 0; i < length; i++) {
                ring[position + i] = ring[from + i];
            }
        }
        position += length;
    }

    /** The ring itself. */
    byte[] bytes() {
        return ring;
    }
}
