package io.oemingest.core.format.pe;

/**
 * The CheckSum field of an image: the file's 16-bit words added with end-around carry, the field itself taken as zero,
 * plus the length of the file. Takes the file in pieces of any length.
 */
final class ImageChecksum {
    private final long fieldOffset;
    private long position;
    private int sum;

    ImageChecksum(long fieldOffset) {
        this.fieldOffset = fieldOffset;
    }

    void update(byte[] bytes, int length) {
        for (int i = 0; i < length; i++, position++) {
            boolean inField = position >= fieldOffset && position < fieldOffset + 4;
            if (!inField) {
                int value = bytes[i] & 0xff;
                sum += position % 2 == 0 ? value : value << 8;
                sum = (sum & 0xffff) + (sum >>> 16);
            }
        }
    }

    int value() {
        return (int) (sum + position);
    }
}
