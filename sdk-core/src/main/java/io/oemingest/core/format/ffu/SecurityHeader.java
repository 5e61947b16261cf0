package io.oemingest.core.format.ffu;

import io.oemingest.core.format.MalformedFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The first bytes of an image, little-endian. Catalog and hash table follow at once, then padding to the next chunk.
 *
 * <pre>
 *  0  u4  cbSize           32         20  u4  dwAlgId          0x800C, SHA-256
 *  4  12  signature  "SignedImage "   24  u4  dwCatalogSize
 * 16  u4  dwChunkSizeInKb             28  u4  dwHashTableSize  32 a chunk
 * </pre>
 */
record SecurityHeader(int chunkSize, long catalogSize, long hashTableSize) {
    static final int LENGTH = 32;
    static final int HASH_LENGTH = 32;
    static final String SIGNATURE = "SignedImage ";

    private static final String PART = "security header";
    private static final int CALG_SHA_256 = 0x800C;
    private static final int KIB = 1024;

    static SecurityHeader read(FfuInput input) throws IOException {
        ByteBuffer fields = input.read(FlashError.SECURITY_HEADER_MISSING, PART, 0, LENGTH);
        checkConstants(input, fields);
        long chunkKib = FfuInput.u4(fields, 16);
        int most = input.limits().maxInMemory() / KIB;
        if (chunkKib == 0 || chunkKib > most) {
            throw malformed(input, 16, "has chunks of " + chunkKib + " KiB, allowed are 1 to " + most);
        }
        long hashes = FfuInput.u4(fields, 28);
        if (hashes == 0 || hashes % HASH_LENGTH != 0) {
            throw malformed(
                    input, 28, "has a hash table of " + hashes + " bytes, which is no number of SHA-256 hashes");
        }
        SecurityHeader header = new SecurityHeader((int) chunkKib * KIB, FfuInput.u4(fields, 24), hashes);
        header.checkRegions(input);
        return header;
    }

    /** The header as an image has it. */
    ByteBuffer encoded() {
        return ByteBuffer.allocate(LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(LENGTH)
                .put(SIGNATURE.getBytes(StandardCharsets.US_ASCII))
                .putInt(chunkSize / KIB)
                .putInt(CALG_SHA_256)
                .putInt((int) catalogSize)
                .putInt((int) hashTableSize)
                .flip();
    }

    long hashTableOffset() {
        return LENGTH + catalogSize;
    }

    /** How many chunks the hash table speaks of. */
    long hashCount() {
        return hashTableSize / HASH_LENGTH;
    }

    /** Where the image header and with it the first hashed chunk begins. */
    long imageHeaderOffset() {
        return FfuInput.align(hashTableOffset() + hashTableSize, chunkSize);
    }

    private static void checkConstants(FfuInput input, ByteBuffer fields) throws MalformedFileException {
        if (!SIGNATURE.equals(text(fields, 4, SIGNATURE.length()))) {
            throw malformed(input, 4, "does not have the signature 'SignedImage ', so the file is no FFU image");
        }
        if (fields.getInt(0) != LENGTH) {
            throw malformed(input, 0, "says that it has " + FfuInput.u4(fields, 0) + " bytes, only 32 are known");
        }
        if (fields.getInt(20) != CALG_SHA_256) {
            throw malformed(
                    input,
                    20,
                    "has hash algorithm 0x" + Integer.toHexString(fields.getInt(20)) + ", only 0x800c is known");
        }
    }

    // The padding may hold anything: tools that put a catalog back leave there what was there before.
    private void checkRegions(FfuInput input) throws MalformedFileException {
        input.require(FlashError.SIGNATURE, "catalog", LENGTH, catalogSize);
        input.require(FlashError.SECURITY_HEADER, "hash table", hashTableOffset(), hashTableSize);
        long end = hashTableOffset() + hashTableSize;
        input.require(FlashError.SECURITY_PADDING, "security padding", end, imageHeaderOffset() - end);
    }

    static String text(ByteBuffer fields, int at, int length) {
        byte[] text = new byte[length];
        fields.get(at, text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static MalformedFileException malformed(FfuInput input, int offset, String problem) {
        return input.malformed(FlashError.SECURITY_HEADER, PART, offset, problem);
    }
}
