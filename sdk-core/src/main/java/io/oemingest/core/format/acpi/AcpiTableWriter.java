package io.oemingest.core.format.acpi;

import io.oemingest.core.format.acpi.AcpiTable.Header;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Writes ACPI tables with the common header. */
public final class AcpiTableWriter {
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]*");
    private static final int LARGEST_BODY = Integer.MAX_VALUE - 64;

    private AcpiTableWriter() {}

    /** A table with a correct checksum, as definition blocks have it. @throws IllegalArgumentException if a value does not fit its field */
    public static byte[] write(String signature, Header header, byte[] body) {
        byte[] table = writeOpen(signature, header, body);
        int sum = 0;
        for (byte each : table) {
            sum += each;
        }
        table[AcpiTableReader.CHECKSUM] = (byte) -sum;
        return table;
    }

    /** A table whose checksum is left to the firmware, as data tables have it. @throws IllegalArgumentException if a value does not fit its field */
    public static byte[] writeOpen(String signature, Header header, byte[] body) {
        if (!AcpiTableReader.SIGNATURE.matcher(signature).matches()) {
            throw new IllegalArgumentException("A signature has four printable characters: '" + signature + "'");
        }
        if (body.length > LARGEST_BODY) {
            throw new IllegalArgumentException("A table of " + body.length + " bytes is too long");
        }
        ByteBuffer table =
                ByteBuffer.allocate(AcpiTableReader.HEADER_LENGTH + body.length).order(ByteOrder.LITTLE_ENDIAN);
        table.put(signature.getBytes(StandardCharsets.US_ASCII))
                .putInt(table.capacity())
                .put((byte) number("revision", header.revision(), 0xff))
                .put((byte) 0)
                .put(padded("OEM id", header.oemId(), 6))
                .put(padded("OEM table id", header.oemTableId(), 8))
                .putInt((int) number("OEM revision", header.oemRevision(), 0xffff_ffffL))
                .put(padded("creator id", header.creatorId(), 4))
                .putInt((int) number("creator revision", header.creatorRevision(), 0xffff_ffffL));
        return table.put(body).array();
    }

    private static long number(String field, long value, long most) {
        if (value < 0 || value > most) {
            throw new IllegalArgumentException("The " + field + " is 0 to " + most + ": " + value);
        }
        return value;
    }

    private static byte[] padded(String field, String text, int length) {
        if (text.length() > length || !PRINTABLE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "The " + field + " has up to " + length + " printable characters: '" + text + "'");
        }
        return (text + " ".repeat(length - text.length())).getBytes(StandardCharsets.US_ASCII);
    }
}
