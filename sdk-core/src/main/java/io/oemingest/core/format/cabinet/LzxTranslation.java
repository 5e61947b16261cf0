package io.oemingest.core.format.cabinet;

/**
 * Takes back what the packer did to x86 call instructions (0xE8): it made their relative targets absolute, so that
 * calls of one target look alike ([MS-PATCH] 2.4).
 */
final class LzxTranslation {
    /** The packer leaves the last bytes of a frame alone, and everything behind the first GiB. */
    private static final int UNTOUCHED = 10;

    private static final long LAST = 1L << 30;

    private final int size;
    /** The translated frame, since later matches repeat the one before translation. */
    private final byte[] frame;

    private byte[] bytes = new byte[0];
    private int start;

    /** {@code size} is the size of the program, as the packer was told; 0 for no translation. */
    LzxTranslation(int size) {
        this.size = size;
        this.frame = new byte[size == 0 ? 0 : DataBlock.MAX_UNPACKED];
    }

    /** Reads the head of the packed data. */
    static LzxTranslation read(LzxBits bits) throws CorruptDataException {
        return new LzxTranslation(bits.read(1) == 0 ? 0 : (bits.read(16) << 16) | bits.read(16));
    }

    /** Takes a frame out of the window; {@code place} is where it begins in the folder's data. */
    void take(byte[] window, int from, int length, long place) {
        if (size == 0 || place >= LAST) {
            bytes = window;
            start = from;
            return;
        }
        System.arraycopy(window, from, frame, 0, length);
        bytes = frame;
        start = 0;
        int i = 0;
        while (i < length - UNTOUCHED) {
            if (frame[i++] == (byte) 0xE8) {
                translate(i, (int) place + i - 1);
                i += Integer.BYTES;
            }
        }
    }

    /** Where the frame stands that was taken last. */
    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    private void translate(int at, int position) {
        int target = LittleEndian.getInt(frame, at);
        if (target < -position || target >= size) {
            return;
        }
        LittleEndian.putInt(frame, at, target >= 0 ? target - position : target + size);
    }
}
