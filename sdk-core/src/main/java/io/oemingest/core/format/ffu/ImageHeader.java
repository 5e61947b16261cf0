package io.oemingest.core.format.ffu;

import io.oemingest.core.format.MalformedFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the first hashed chunk begins with, little-endian. The manifest follows, then the device targets.
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
record ImageHeader(long offset, int length, int manifestLength, List<FfuDeviceTarget> targets, long targetsEnd) {
    static final int LENGTH = 24;
    static final String SIGNATURE = "ImageFlash  ";

    private static final String PART = "image header";
    private static final int LENGTH_WITH_TARGETS = 28;

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
        DeviceTargetsReader targets = new DeviceTargetsReader(input, at + length + manifest);
        List<FfuDeviceTarget> read = targets.read(targetCount(input, at, length));
        return new ImageHeader(at, length, manifest, List.copyOf(read), targets.end());
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

    private static long targetCount(FfuInput input, long at, int length) throws IOException {
        if (length == LENGTH) {
            return 0;
        }
        long count = FfuInput.u4(input.read(FlashError.IMAGE_HEADER, PART, at + LENGTH, 4), 0);
        int most = input.limits().maxMembers();
        if (count > most) {
            throw malformed(input, at + LENGTH, "has " + count + " device targets, more than the " + most + " allowed");
        }
        return count;
    }

    private static MalformedFileException malformed(FfuInput input, long offset, String problem) {
        return input.malformed(FlashError.IMAGE_HEADER, PART, offset, problem);
    }
}
