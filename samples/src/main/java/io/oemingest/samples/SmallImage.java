package io.oemingest.samples;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * A small but whole PE32 image for ARM with one code section, so that samples need no compiler and no binary of anyone.
 * Follows the layout of the "PE Format" specification: DOS header, PE signature, COFF header, optional header, section.
 */
final class SmallImage {
    private static final int ALIGNMENT = 0x200;
    private static final int PE_HEADER = 0x80;
    private static final int OPTIONAL_HEADER_SIZE = 224;
    private static final int ARM_THUMB2 = 0x1c4;
    private static final short RETURN_TO_CALLER = 0x4770; // bx lr

    /** What loads the image, by the number in the optional header. */
    enum Subsystem {
        NATIVE(1),
        EFI_APPLICATION(10);

        private final int number;

        Subsystem(int number) {
            this.number = number;
        }
    }

    private SmallImage() {}

    /** An image with about {@code codeSize} bytes of code; the same seed gives the same bytes. */
    static byte[] make(Subsystem subsystem, int codeSize, long seed) {
        int code = (codeSize + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        ByteBuffer image = ByteBuffer.allocate(ALIGNMENT + code).order(ByteOrder.LITTLE_ENDIAN);
        image.putShort(0, (short) 0x5a4d).putInt(0x3c, PE_HEADER);
        coffHeader(image.position(PE_HEADER));
        optionalHeader(image, subsystem, code);
        section(image, code);
        byte[] body = new byte[code];
        new Random(seed).nextBytes(body);
        image.position(ALIGNMENT).put(body).putShort(ALIGNMENT, RETURN_TO_CALLER);
        return image.array();
    }

    private static void coffHeader(ByteBuffer image) {
        image.put("PE\0\0".getBytes(StandardCharsets.US_ASCII));
        image.putShort((short) ARM_THUMB2).putShort((short) 1); // machine, one section
        image.putInt(0).putInt(0).putInt(0); // no time, no symbols: the same source gives the same bytes
        image.putShort((short) OPTIONAL_HEADER_SIZE).putShort((short) 0x0122); // large addresses, executable, 32 bit
    }

    private static void optionalHeader(ByteBuffer image, Subsystem subsystem, int code) {
        image.putShort((short) 0x10b).putShort((short) 0); // PE32, no linker version
        image.putInt(code).putInt(0).putInt(0); // code, data, zeroed data
        image.putInt(0x1000).putInt(0x1000).putInt(0x2000); // entry point, base of code, base of data
        image.putInt(0x0040_0000).putInt(0x1000).putInt(ALIGNMENT); // image base, alignment in memory and file
        image.putShort((short) 6).putShort((short) 2).putInt(0); // system version, no image version
        image.putShort((short) 6).putShort((short) 2).putInt(0); // subsystem version, reserved
        image.putInt(0x1000 + (code + 0xfff) / 0x1000 * 0x1000)
                .putInt(ALIGNMENT)
                .putInt(0); // sizes, no checksum yet
        image.putShort((short) subsystem.number).putShort((short) 0x0140); // relocatable, no execution of data
        image.putInt(0x10_0000).putInt(0x1000).putInt(0x10_0000).putInt(0x1000).putInt(0); // stack, heap, flags
        image.putInt(16).put(new byte[16 * 8]); // empty data directories
    }

    private static void section(ByteBuffer image, int code) {
        image.put(".text\0\0\0".getBytes(StandardCharsets.US_ASCII));
        image.putInt(code)
                .putInt(0x1000)
                .putInt(code)
                .putInt(ALIGNMENT); // in memory: size, place; in the file: size, place
        image.putInt(0).putInt(0).putInt(0).putInt(0x6000_0020); // no relocations; code, executable, readable
    }
}
