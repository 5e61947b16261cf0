package io.oemingest.core.format.cabinet;

/** The checksum of data blocks ([MS-CAB] 3.1): exclusive or of little-endian words, the last bytes in reverse order. */
final class DataChecksum {
    private DataChecksum() {}

    /** Checksum of a block with these packed bytes; {@code fields} are cbData and cbUncomp as they lie in the file. */
    static int of(byte[] packed, int length, byte[] fields) {
        return add(fields, fields.length, add(packed, length, 0));
    }

    /** The two size fields as they lie in the file. */
    static byte[] fields(int packed, int unpacked) {
        return new byte[] {(byte) packed, (byte) (packed >> 8), (byte) unpacked, (byte) (unpacked >> 8)};
    }

    static int add(byte[] data, int length, int seed) {
        int sum = seed;
        int i = 0;
        for (; i + 4 <= length; i += 4) {
            sum ^= LittleEndian.getInt(data, i);
        }
        int rest = 0;
        for (; i < length; i++) {
            rest = (rest << 8) | (data[i] & 0xff);
        }
        return sum ^ rest;
    }
}
