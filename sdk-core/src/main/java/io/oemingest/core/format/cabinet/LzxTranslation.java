package io.oemingest.core.format.cabinet;

import java.util.function.IntBinaryOperator;

/**
 * What packers do to x86 call instructions (0xE8), and how it is taken back: relative targets become absolute, so that
 * calls of one target look alike ([MS-PATCH] 2.4). Works on a copy of each frame, since matches repeat packed bytes.
 */
final class LzxTranslation {
    /** The size of the program that the kit's tools write, whatever is packed. */
    static final int USUAL_SIZE = 12_000_000;

    /** The last bytes of a frame are left alone, and everything behind the first GiB. */
    private static final int UNTOUCHED = 10;

    private static final long LAST = 1L << 30;

    private final int size;
    private final byte[] frame;

    private byte[] bytes = new byte[0];
    private int start;

    /** {@code size} is the size of the program; 0 for no translation. */
    LzxTranslation(int size) {
        this.size = size;
        this.frame = new byte[size == 0 ? 0 : DataBlock.MAX_UNPACKED];
    }

    /** Reads the head of the packed data. */
    static LzxTranslation read(LzxBits bits) throws CorruptDataException {
        return new LzxTranslation(bits.read(1) == 0 ? 0 : (bits.read(16) << 16) | bits.read(16));
    }

    /** Makes the calls of an unpacked frame relative again; {@code place} is where it begins in the folder's data. */
    void undo(byte[] window, int from, int length, long place) {
        translate(window, from, length, place, this::relative);
    }

    /** Makes the calls of a frame absolute before it is packed; {@code place} as for {@link #undo}. */
    void apply(byte[] block, int length, long place) {
        translate(block, 0, length, place, this::absolute);
    }

    /** Where the frame stands that was translated last. */
    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    private void translate(byte[] source, int from, int length, long place, IntBinaryOperator change) {
        if (size == 0 || place >= LAST) {
            bytes = source;
            start = from;
            return;
        }
        System.arraycopy(source, from, frame, 0, length);
        bytes = frame;
        start = 0;
        int i = 0;
        while (i < length - UNTOUCHED) {
            if (frame[i++] == (byte) 0xE8) {
                LittleEndian.putInt(frame, i, change.applyAsInt(LittleEndian.getInt(frame, i), (int) place + i - 1));
                i += Integer.BYTES;
            }
        }
    }

    private int relative(int target, int position) {
        if (target < -position || target >= size) {
            return target;
        }
        return target >= 0 ? target - position : target + size;
    }

    private int absolute(int distance, int position) {
        if (distance < -position || distance >= size) {
            return distance;
        }
        return distance < size - position ? distance + position : distance - size;
    }
}
