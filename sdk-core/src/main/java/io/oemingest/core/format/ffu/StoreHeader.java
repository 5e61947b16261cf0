package io.oemingest.core.format.ffu;

import io.oemingest.core.format.MalformedFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fixed part of a store's header, little-endian and packed. Only packed images go on with u4 compressionAlgorithm,
 * only images of several stores with a {@link StorePlace}.
 *
 * <pre>
 *   0  u4  dwUpdateType    0 full, 1 partial    216  u4  dwValidateDescriptorCount
 *   4  u2  MajorVersion    1, 2                 220  u4  dwValidateDescriptorLength
 *   6  u2  MinorVersion    0                    224  u4  dwInitialTableIndex
 *   8  u2  FullFlashMajorVersion  2, 3          228  u4  dwInitialTableCount
 *  10  u2  FullFlashMinorVersion  0             232  u4  dwFlashOnlyTableIndex
 *  12 192  szPlatformId                         236  u4  dwFlashOnlyTableCount
 * 204  u4  dwBlockSizeInBytes                   240  u4  dwFinalTableIndex
 * 208  u4  dwWriteDescriptorCount               244  u4  dwFinalTableCount
 * 212  u4  dwWriteDescriptorLength
 * </pre>
 */
record StoreHeader(
        long offset,
        FfuVariant variant,
        boolean partial,
        List<PlatformId> platformIds,
        int blockSize,
        EntryTable writes,
        EntryTable validations,
        StoreTables tables,
        FfuCompression compression,
        @Nullable StorePlace place) {
    static final int LENGTH = 248;
    static final int COMPRESSED_LENGTH = LENGTH + 4;
    static final int PLATFORM_IDS = 12;
    static final String PART = "store header";

    static StoreHeader read(FfuInput input, long at, int chunkSize) throws IOException {
        ByteBuffer fields = input.read(FlashError.STORE_HEADER, PART, at, LENGTH);
        FfuVariant variant = variant(input, at, fields);
        checkUpdate(input, at, fields);
        checkBlockSize(input, at, FfuInput.u4(fields, 204), chunkSize);
        byte[] ids = new byte[PlatformIds.LENGTH];
        fields.get(PLATFORM_IDS, ids);
        return new StoreHeader(
                at,
                variant,
                fields.getInt(0) == 1,
                PlatformIds.read(input, at + PLATFORM_IDS, ids),
                chunkSize,
                EntryTable.of(fields, 208),
                EntryTable.of(fields, 216),
                StoreTables.of(fields),
                variant == FfuVariant.V1_COMPRESSED ? compression(input, at) : FfuCompression.NONE,
                variant == FfuVariant.V2 ? StorePlace.read(input, at + LENGTH) : null);
    }

    long validationsOffset() {
        return offset
                + switch (variant) {
                    case V1 -> LENGTH;
                    case V1_COMPRESSED -> COMPRESSED_LENGTH;
                    case V2 -> LENGTH + (place == null ? 0 : place.length());
                };
    }

    long writesOffset() {
        return validationsOffset() + validations.length();
    }

    /** Where the write descriptors end; padding to the next block follows. */
    long end() {
        return writesOffset() + writes.length();
    }

    private static FfuVariant variant(FfuInput input, long at, ByteBuffer fields) throws MalformedFileException {
        int major = fields.getShort(4) & 0xffff;
        int minor = fields.getShort(6) & 0xffff;
        int fullMajor = fields.getShort(8) & 0xffff;
        int fullMinor = fields.getShort(10) & 0xffff;
        FfuVariant variant = FfuVariant.of(major, fullMajor);
        if (variant == null || minor != 0 || fullMinor != 0) {
            throw malformed(
                    input,
                    at + 4,
                    "has version " + major + "." + minor + " of full flash " + fullMajor + "." + fullMinor
                            + ", known are 1.0 of 2.0, 1.0 of 3.0 and 2.0 of 2.0");
        }
        return variant;
    }

    private static void checkUpdate(FfuInput input, long at, ByteBuffer fields) throws MalformedFileException {
        long type = FfuInput.u4(fields, 0);
        if (type > 1) {
            throw malformed(input, at, "has update type " + type + ", known are 0 for full and 1 for partial");
        }
    }

    // Where regions would be padded to if the two sizes differed is written down nowhere, and no real image has it.
    private static void checkBlockSize(FfuInput input, long at, long blockSize, int chunkSize)
            throws MalformedFileException {
        if (blockSize != chunkSize) {
            throw malformed(
                    input,
                    at + 204,
                    "has blocks of " + blockSize + " bytes, they must be as large as a chunk, " + chunkSize);
        }
    }

    private static FfuCompression compression(FfuInput input, long at) throws IOException {
        ByteBuffer field = input.read(FlashError.STORE_HEADER, PART, at + LENGTH, 4);
        long value = FfuInput.u4(field, 0);
        FfuCompression[] known = FfuCompression.values();
        if (value >= known.length) {
            throw malformed(input, at + LENGTH, "has compression algorithm " + value + ", known are 0 to 4");
        }
        return known[(int) value];
    }

    static MalformedFileException malformed(FfuInput input, long offset, String problem) {
        return input.malformed(FlashError.STORE_HEADER, PART, offset, problem);
    }

    /** How many entries a table has and its size in bytes. */
    record EntryTable(long count, long length) {
        static EntryTable of(ByteBuffer fields, int at) {
            return new EntryTable(FfuInput.u4(fields, at), FfuInput.u4(fields, at + 4));
        }
    }
}
