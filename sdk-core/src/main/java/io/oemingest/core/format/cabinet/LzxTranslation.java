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

    /** {@code size} is the size of the program, as the packer was told. */
    LzxTranslation(int size) {
        this.size = size;
    }

    /** Translates a frame in place; {@code start} is its place in the folder's data. */
    void apply(byte[] frame, int length, long start) {
        if (size == 0 || start >= LAST) {
            return;
        }
        int i = 0;
        while (i < length - UNTOUCHED) {
            if (frame[i++] == (byte) 0xE8) {
                translate(frame, i, (int) start + i - 1);
                i += 4;
            }
        }
    }

    private void translate(byte[] frame, int at, int position) {
        int target = LittleEndian.getInt(frame, at);
        if (target < -position || target >= size) {
            return;
        }
        LittleEndian.putInt(frame, at, target >= 0 ? target - position : target + size);
    }
}
