package io.oemingest.core.format.cabinet;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.io.StructReader;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The fixed part of a cabinet (CFHEADER, [MS-CAB] 2.1), little-endian.
 *
 * <pre>
 *  0  u4  signature     "MSCF"        24  u1  versionMinor  3
 *  4  u4  reserved1     0             25  u1  versionMajor  1
 *  8  u4  cbCabinet                   26  u2  cFolders
 * 12  u4  reserved2     0             28  u2  cFiles
 * 16  u4  coffFiles                   30  u2  flags         1 previous, 2 next, 4 reserve
 * 20  u4  reserved3     0             32  u2  setID
 *                                     34  u2  iCabinet      0
 * </pre>
 */
record CabinetHeader(long cabinetSize, long filesOffset, int folderCount, int fileCount, Reserves reserves) {
    static final int MAGIC = 0x4643_534D;
    static final int LENGTH = 36;
    static final int FLAG_RESERVE = 4;

    private static final String PART = "header";
    private static final int FLAGS_SET = 3;

    static CabinetHeader read(ByteSource source, FormatLimits limits) throws IOException {
        StructReader reader = new StructReader(source);
        ByteBuffer fields = reader.read(PART, 0, LENGTH);
        checkConstants(reader, fields);
        int flags = checkFlags(reader, fields);
        Reserves reserves = (flags & FLAG_RESERVE) == 0 ? Reserves.NONE : Reserves.read(reader, LENGTH);
        CabinetHeader header = new CabinetHeader(
                Integer.toUnsignedLong(fields.getInt(8)),
                Integer.toUnsignedLong(fields.getInt(16)),
                fields.getShort(26) & 0xffff,
                fields.getShort(28) & 0xffff,
                reserves);
        header.checkCounts(reader, limits);
        header.checkSizes(reader, source.size());
        return header;
    }

    /** Where the folder table starts. */
    int foldersOffset() {
        return LENGTH + reserves.length();
    }

    /** Where the folder table ends. */
    long foldersEnd() {
        return foldersOffset() + (long) folderCount * (CabinetFolder.LENGTH + reserves.folder());
    }

    private static void checkConstants(StructReader reader, ByteBuffer fields) throws MalformedFileException {
        if (fields.getInt(0) != MAGIC) {
            throw reader.malformed(PART, 0, "does not begin with MSCF, so the file is no cabinet");
        }
        for (int reserved = 4; reserved <= 20; reserved += 8) {
            if (fields.getInt(reserved) != 0) {
                throw reader.malformed(PART, reserved, "has a reserved field that is not zero");
            }
        }
        int minor = fields.get(24) & 0xff;
        int major = fields.get(25) & 0xff;
        if (major != 1 || minor != 3) {
            throw reader.malformed(PART, 24, "has cabinet version " + major + "." + minor + ", only 1.3 is known");
        }
    }

    private static int checkFlags(StructReader reader, ByteBuffer fields) throws MalformedFileException {
        int flags = fields.getShort(30) & 0xffff;
        if ((flags & FLAGS_SET) != 0 || fields.getShort(34) != 0) {
            throw reader.malformed(PART, 30, "belongs to a set of several cabinets, which is not supported");
        }
        if ((flags & ~FLAG_RESERVE) != 0) {
            throw reader.malformed(PART, 30, "has unknown flags 0x" + Integer.toHexString(flags));
        }
        return flags;
    }

    private void checkCounts(StructReader reader, FormatLimits limits) throws MalformedFileException {
        if (folderCount == 0 || fileCount == 0) {
            throw reader.malformed(PART, 26, "has " + folderCount + " folders and " + fileCount + " files");
        }
        if (fileCount > limits.maxMembers()) {
            throw reader.malformed(
                    PART, 28, "has " + fileCount + " files, more than the " + limits.maxMembers() + " allowed");
        }
    }

    private void checkSizes(StructReader reader, long fileSize) throws MalformedFileException {
        if (cabinetSize > fileSize) {
            throw reader.malformed(
                    PART, 8, "says that the cabinet has " + cabinetSize + " bytes, the file has " + fileSize);
        }
        if (reserves.signed() && reserves.signatureOffset() != cabinetSize) {
            throw reader.malformed(
                    "header reserve",
                    44,
                    "puts the signature at " + reserves.signatureOffset() + ", the cabinet ends at " + cabinetSize);
        }
        long end = cabinetSize + reserves.signatureSize();
        if (end != fileSize) {
            String what = reserves.signed() ? "cabinet and signature end" : "the cabinet ends";
            throw reader.malformed(PART, 8, what + " at " + end + ", the file has " + fileSize + " bytes");
        }
        if (filesOffset < foldersEnd() || filesOffset > cabinetSize) {
            throw reader.malformed(
                    PART,
                    16,
                    "puts the file table at " + filesOffset + ", it must lie between the end of the folder table at "
                            + foldersEnd() + " and the end of the cabinet at " + cabinetSize);
        }
    }
}
