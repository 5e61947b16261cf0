package io.oemingest.core.inspect;

import io.oemingest.core.format.acpi.AcpiTable;
import io.oemingest.core.format.acpi.AcpiTable.Header;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;

/** ACPI tables. */
final class AcpiTelling {
    private static final int START = 8;

    private AcpiTelling() {}

    /** Whether it begins with four capital letters or digits and the length that it has. */
    static boolean recognises(Candidate file) throws IOException {
        if (file.source().size() < START) {
            return false;
        }
        byte[] start = new byte[START];
        file.source().readFully(0, start, 0, START);
        for (int i = 0; i < 4; i++) {
            if (!(start[i] >= 'A' && start[i] <= 'Z') && !(start[i] >= '0' && start[i] <= '9')) {
                return false;
            }
        }
        long length = Integer.toUnsignedLong(
                ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getInt(4));
        return length == file.source().size();
    }

    static void tell(Candidate file, Facts facts) throws IOException {
        AcpiTable table = AcpiTable.read(file.source());
        facts.put("signature", table.signature())
                .put("definitionBlock", table.isDefinitionBlock())
                .put(
                        "checksum",
                        table.checksum().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        Header header = table.header();
        if (header != null) {
            facts.put("revision", header.revision())
                    .put("oemId", header.oemId())
                    .put("oemTableId", header.oemTableId())
                    .put("oemRevision", Value.hex(header.oemRevision(), 1))
                    .put("creatorId", header.creatorId())
                    .put("creatorRevision", Value.hex(header.creatorRevision(), 1));
        }
    }
}
