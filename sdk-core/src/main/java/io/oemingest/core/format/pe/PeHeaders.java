package io.oemingest.core.format.pe;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.io.StructReader;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The places in an image that signing has to know, all checked against the file ([PE] "COFF File Header", "Optional
 * Header"). Offsets in the optional header, of PE32 and PE32+:
 *
 * <pre>
 *  0  u2  Magic                 0x10B  0x20B
 * 64  u4  CheckSum
 *     u4  NumberOfRvaAndSizes   92     108
 *     u8  data directory 0      96     112
 *     u8  data directory 4      128    144     offset and size of the certificate table
 * </pre>
 *
 * @param checkSumOffset where CheckSum stands
 * @param directoryOffset where the certificate table's directory entry stands, or -1 if there is none
 * @param imageEnd where the image ends: at the certificate table, or with the file
 * @param certificatesSize bytes of the certificate table; 0 if there is none
 */
record PeHeaders(long checkSumOffset, long directoryOffset, long imageEnd, long certificatesSize) {
    static final int ALIGNMENT = 8;

    private static final String OPTIONAL = "optional header";
    private static final int DOS_LENGTH = 64;
    private static final int COFF_LENGTH = 24;
    private static final int SECTION_LENGTH = 40;
    private static final int CHECKSUM = 64;
    private static final int CERTIFICATES = 4;

    static PeHeaders read(ByteSource source) throws IOException {
        StructReader reader = new StructReader(source);
        ByteBuffer dos = reader.read("DOS header", 0, DOS_LENGTH);
        if (dos.getShort(0) != 0x5A4D) {
            throw reader.malformed("DOS header", 0, "does not begin with MZ, so the file is no image");
        }
        long coffOffset = Integer.toUnsignedLong(dos.getInt(60));
        ByteBuffer coff = reader.read("COFF header", coffOffset, COFF_LENGTH);
        if (coff.getInt(0) != 0x4550) {
            throw reader.malformed("COFF header", coffOffset, "does not begin with PE, so the file is no image");
        }
        long optionalOffset = coffOffset + COFF_LENGTH;
        int optionalLength = coff.getShort(20) & 0xffff;
        ByteBuffer optional = reader.read(OPTIONAL, optionalOffset, optionalLength);
        PeHeaders headers = ofOptional(reader, optionalOffset, optional, source.size());
        headers.checkSections(reader, optionalOffset + optionalLength, coff.getShort(6) & 0xffff);
        return headers;
    }

    private static PeHeaders ofOptional(StructReader reader, long offset, ByteBuffer optional, long fileSize)
            throws MalformedFileException {
        int directories = directoriesOffset(reader, offset, optional);
        long count = Integer.toUnsignedLong(optional.getInt(directories - 4));
        long checkSum = offset + CHECKSUM;
        if (count <= CERTIFICATES) {
            return new PeHeaders(checkSum, -1, fileSize, 0);
        }
        int entry = directories + CERTIFICATES * 8;
        if (optional.limit() < entry + 8) {
            throw reader.malformed(
                    OPTIONAL, offset, "has " + optional.limit() + " bytes, too few for " + count + " data directories");
        }
        long table = Integer.toUnsignedLong(optional.getInt(entry));
        long size = Integer.toUnsignedLong(optional.getInt(entry + 4));
        if (table == 0 && size == 0) {
            return new PeHeaders(checkSum, offset + entry, fileSize, 0);
        }
        if (table % ALIGNMENT != 0 || size == 0 || table < offset + optional.limit() || table + size != fileSize) {
            throw reader.malformed(
                    OPTIONAL,
                    offset + entry,
                    "puts a certificate table of " + size + " bytes at " + table
                            + "; it must lie behind the headers at a multiple of 8 and end with the file at "
                            + fileSize);
        }
        return new PeHeaders(checkSum, offset + entry, table, size);
    }

    /** Where the data directories start in the optional header. */
    private static int directoriesOffset(StructReader reader, long offset, ByteBuffer optional)
            throws MalformedFileException {
        int magic = optional.limit() < 2 ? 0 : optional.getShort(0) & 0xffff;
        int directories = switch (magic) {
            case 0x10B -> 96;
            case 0x20B -> 112;
            default ->
                throw reader.malformed(
                        OPTIONAL,
                        offset,
                        "has the magic number 0x" + Integer.toHexString(magic) + ", neither PE32 nor PE32+");
        };
        if (optional.limit() < directories) {
            throw reader.malformed(
                    OPTIONAL, offset, "has " + optional.limit() + " bytes, needs at least " + directories);
        }
        return directories;
    }

    private void checkSections(StructReader reader, long offset, int count) throws IOException {
        if (offset + (long) count * SECTION_LENGTH > imageEnd) {
            throw reader.malformed(
                    "section table", offset, "has " + count + " sections, the image ends at " + imageEnd);
        }
        for (int i = 0; i < count; i++) {
            long at = offset + (long) i * SECTION_LENGTH;
            ByteBuffer section = reader.read("section " + i, at, SECTION_LENGTH);
            long size = Integer.toUnsignedLong(section.getInt(16));
            long data = Integer.toUnsignedLong(section.getInt(20));
            if (size > 0 && data > 0 && data + size > imageEnd) {
                throw reader.malformed(
                        "section " + i,
                        at,
                        "has " + size + " bytes of data at " + data + ", the image ends at " + imageEnd);
            }
        }
    }
}
