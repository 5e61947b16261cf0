package io.oemingest.core.format.cabinet;

/** The checksum of data blocks ([MS-CAB] 3.1): exclusive or of little-endian words, the last bytes in reverse order. */
final class DataChecksum {
    private static final int STEP = 2 * Long.BYTES;

    private DataChecksum() {}

    /** What bytes add to a checksum, which begins at 0. */
    static int of(PackedBytes bytes) {
        byte[] array = bytes.array();
        int i = bytes.start();
        // Two sums of two words each, since words may be joined in any order and processors do several at once.
        long even = 0;
        long odd = 0;
        for (; i + STEP <= bytes.end(); i += STEP) {
            even ^= LittleEndian.getLong(array, i);
            odd ^= LittleEndian.getLong(array, i + Long.BYTES);
        }
        long both = even ^ odd;
        int sum = (int) (both ^ (both >>> Integer.SIZE));
        for (; i + Integer.BYTES <= bytes.end(); i += Integer.BYTES) {
            sum ^= LittleEndian.getInt(array, i);
        }
        int rest = 0;
        for (; i < bytes.end(); i++) {
            rest = (rest << 8) | (array[i] & 0xff);
        }
        return sum ^ rest;
    }

    /** What the two size fields of a block add. */
    static int sizes(int packed, int unpacked) {
        return packed | (unpacked << Short.SIZE);
    }
}
