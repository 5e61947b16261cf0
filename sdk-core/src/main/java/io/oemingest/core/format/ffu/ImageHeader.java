package io.oemingest.core.format.ffu;

import io.oemingest.core.format.MalformedFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What the first hashed chunk begins with, little-endian. The manifest follows, then the device targets: for each seven
 * lengths (u4) and the seven texts.
 *
 * <pre>
 *  0  u4  cbSize          24 or 28    20  u4  dwChunkSize               as in the security header
 *  4  12  signature  "ImageFlash  "   24  u4  DeviceTargetingInfoCount  only if cbSize is 28
 * 16  u4  ManifestLength
 * </pre>
 *
 * @param offset of the header in the file
 * @param length 24 or 28 bytes
 * @param targetsEnd where the device targets end
 */
record ImageHeader(long offset, int length, int manifestLength, long targetsEnd) {
    static final int LENGTH = 24;
    static final String SIGNATURE = "ImageFlash  ";

    private static final String PART = "image header";
    private static final String TARGETS = "device targets";
    private static final int LENGTH_WITH_TARGETS = 28;
    private static final int TEXTS = 7;

    /** Real ones have some kilobytes; each of many short lines costs much more in memory than in the file. */
    private static final int MOST_MANIFEST = 1 << 20;

    static ImageHeader read(FfuInput input, SecurityHeader security) throws IOException {
        long at = security.imageHeaderOffset();
        ByteBuffer fields = input.read(FlashError.IMAGE_HEADER, PART, at, LENGTH);
        if (!SIGNATURE.equals(SecurityHeader.text(fields, 4, SIGNATURE.length()))) {
            throw malformed(input, at + 4, "does not have the signature 'ImageFlash  '");
        }
        int length = fields.getInt(0);
        if (length != LENGTH && length != LENGTH_WITH_TARGETS) {
            throw malformed(input, at, "says that it has " + FfuInput.u4(fields, 0) + " bytes, known are 24 and 28");
        }
        if (FfuInput.u4(fields, 20) * 1024 != security.chunkSize()) {
            throw malformed(
                    input,
                    at + 20,
                    "has chunks of " + FfuInput.u4(fields, 20) + " KiB, the security header of "
                            + security.chunkSize() / 1024);
        }
        int manifest = manifestLength(input, at, FfuInput.u4(fields, 16));
        input.require(FlashError.IMAGE_HEADER, "manifest", at + length, manifest);
        return new ImageHeader(at, length, manifest, targetsEnd(input, at, length, manifest));
    }

    /** The header as a phone's image has it. */
    static ByteBuffer encoded(int manifestLength, int chunkSize) {
        return ByteBuffer.allocate(LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(LENGTH)
                .put(SIGNATURE.getBytes(StandardCharsets.US_ASCII))
                .putInt(manifestLength)
                .putInt(chunkSize / 1024)
                .flip();
    }

    long manifestOffset() {
        return offset + length;
    }

    private static int manifestLength(FfuInput input, long at, long length) throws MalformedFileException {
        int most = Math.min(MOST_MANIFEST, input.limits().maxInMemory());
        if (length == 0 || length > most) {
            throw malformed(input, at + 16, "has a manifest of " + length + " bytes, allowed are 1 to " + most);
        }
        return (int) length;
    }

    private static long targetsEnd(FfuInput input, long at, int length, int manifest) throws IOException {
        long next = at + length + manifest;
        if (length == LENGTH) {
            return next;
        }
        long count = FfuInput.u4(input.read(FlashError.IMAGE_HEADER, PART, at + LENGTH, 4), 0);
        if (count > input.limits().maxMembers()) {
            throw malformed(
                    input,
                    at + LENGTH,
                    "has " + count + " device targets, more than the "
                            + input.limits().maxMembers() + " allowed");
        }
        for (long i = 0; i < count; i++) {
            next = targetEnd(input, next);
        }
        return next;
    }

    private static long targetEnd(FfuInput input, long at) throws IOException {
        ByteBuffer lengths = input.read(FlashError.IMAGE_HEADER, TARGETS, at, TEXTS * 4);
        long texts = 0;
        for (int i = 0; i < TEXTS; i++) {
            texts += FfuInput.u4(lengths, i * 4);
        }
        long end = at + TEXTS * 4;
        input.require(FlashError.IMAGE_HEADER, TARGETS, end, texts);
        return end + texts;
    }

    private static MalformedFileException malformed(FfuInput input, long offset, String problem) {
        return input.malformed(FlashError.IMAGE_HEADER, PART, offset, problem);
    }
}
