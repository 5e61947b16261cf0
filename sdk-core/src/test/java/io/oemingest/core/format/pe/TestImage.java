package io.oemingest.core.format.pe;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/** A small image made for tests: headers, one section of noise, optionally bytes behind it. */
final class TestImage {
    static final int COFF = 0x80;
    static final int OPTIONAL = COFF + 24;
    static final int HEADERS = 0x200;
    static final int SECTION = 0x200;

    private TestImage() {}

    static byte[] pe32(int extra) {
        return image(0x10B, 96, extra);
    }

    static byte[] pe32Plus(int extra) {
        return image(0x20B, 112, extra);
    }

    private static byte[] image(int magic, int directories, int extra) {
        ByteBuffer image = ByteBuffer.allocate(HEADERS + SECTION + extra).order(ByteOrder.LITTLE_ENDIAN);
        new Random(magic).nextBytes(image.array());
        for (int i = 0; i < HEADERS; i++) {
            image.put(i, (byte) 0);
        }
        image.putShort(0, (short) 0x5A4D).putInt(60, COFF);
        image.putInt(COFF, 0x4550).putShort(COFF + 4, (short) 0x1C4).putShort(COFF + 6, (short) 1);
        int optionalLength = directories + 16 * 8;
        image.putShort(COFF + 20, (short) optionalLength).putShort(COFF + 22, (short) 0x22);
        image.putShort(OPTIONAL, (short) magic);
        image.putInt(OPTIONAL + 32, 0x1000).putInt(OPTIONAL + 36, 0x200);
        image.putInt(OPTIONAL + 56, 0x2000).putInt(OPTIONAL + 60, HEADERS);
        image.putInt(OPTIONAL + directories - 4, 16);
        int section = OPTIONAL + optionalLength;
        image.putInt(section + 8, SECTION).putInt(section + 12, 0x1000);
        image.putInt(section + 16, SECTION).putInt(section + 20, HEADERS);
        return image.array();
    }
}
