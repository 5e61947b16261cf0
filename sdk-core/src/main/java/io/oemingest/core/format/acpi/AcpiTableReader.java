package io.oemingest.core.format.acpi;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.acpi.AcpiTable.Checksum;
import io.oemingest.core.format.acpi.AcpiTable.Header;
import io.oemingest.core.internal.io.StructReader;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads the header of an ACPI table, little-endian:
 *
 * <pre>
 *  0  4   Signature
 *  4  u4  Length, header included
 *  8  u1  Revision
 *  9  u1  Checksum
 * 10  6   OEM id
 * 16  8   OEM table id
 * 24  u4  OEM revision
 * 28  4   Creator id
 * 32  u4  Creator revision
 * </pre>
 */
final class AcpiTableReader {
    private static final String PART = "table header";
    private static final int START_LENGTH = 8;
    static final int HEADER_LENGTH = 36;
    private static final int FACS_LENGTH = 64;
    static final int CHECKSUM = 9;
    private static final int BUFFER = 1 << 13;
    static final Pattern SIGNATURE = Pattern.compile("[\\x21-\\x7e]{4}");

    private final ByteSource source;
    private final StructReader reader;

    AcpiTableReader(ByteSource source) {
        this.source = source;
        this.reader = new StructReader(source);
    }

    AcpiTable read() throws IOException {
        ByteBuffer start = reader.read(PART, 0, START_LENGTH);
        String signature = signature(start);
        // The firmware control structure has fields of its own behind the length.
        boolean facs = signature.equals("FACS");
        long length = length(start, facs ? FACS_LENGTH : HEADER_LENGTH);
        if (facs) {
            return new AcpiTable(signature, length, null, Checksum.NONE);
        }
        ByteBuffer header = reader.read(PART, 0, HEADER_LENGTH);
        AcpiTable table = new AcpiTable(signature, length, header(header), checksum(header));
        requireChecksum(table);
        return table;
    }

    private String signature(ByteBuffer start) throws MalformedFileException {
        String signature = latin(start, 0, 4);
        if (!SIGNATURE.matcher(signature).matches()) {
            throw reader.malformed(PART, 0, "the signature is not four printable characters");
        }
        return signature;
    }

    private long length(ByteBuffer start, int least) throws MalformedFileException {
        long length = Integer.toUnsignedLong(start.getInt(4));
        if (length < least) {
            throw reader.malformed(PART, 4, "the length is " + length + ", the table needs at least " + least);
        }
        if (length != source.size()) {
            throw reader.malformed(PART, 4, "the length is " + length + ", the file has " + source.size() + " bytes");
        }
        return length;
    }

    private static Header header(ByteBuffer bytes) {
        return new Header(
                bytes.get(8) & 0xff,
                padded(bytes, 10, 6),
                padded(bytes, 16, 8),
                Integer.toUnsignedLong(bytes.getInt(24)),
                padded(bytes, 28, 4),
                Integer.toUnsignedLong(bytes.getInt(32)));
    }

    private Checksum checksum(ByteBuffer header) throws IOException {
        int sum = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream content = source.stream()) {
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    sum += buffer[i];
                }
            }
        }
        if ((sum & 0xff) == 0) {
            return Checksum.CORRECT;
        }
        return header.get(CHECKSUM) == 0 ? Checksum.LEFT_OPEN : Checksum.WRONG;
    }

    private void requireChecksum(AcpiTable table) throws MalformedFileException {
        boolean required = table.isDefinitionBlock()
                || source.name().toLowerCase(Locale.ROOT).endsWith(".aml");
        if (required && table.checksum() != Checksum.CORRECT) {
            throw reader.malformed(PART, CHECKSUM, "the bytes of the definition block do not add up to 0 modulo 256");
        }
    }

    // Padded with blanks, by some tools with zeros.
    private static String padded(ByteBuffer bytes, int offset, int length) {
        return latin(bytes, offset, length).replaceFirst("[ \\x00]+$", "");
    }

    private static String latin(ByteBuffer bytes, int offset, int length) {
        byte[] text = new byte[length];
        bytes.get(offset, text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
