package io.oemingest.core.format.acpi;

import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One ACPI table: a definition block ({@code .aml}) or a data table ({@code .acp}), after [ACPI] 5.2.6 and 5.2.10.
 *
 * @param signature four characters, such as {@code DSDT}; {@code APIC} for the table that files call {@code madt}
 * @param length bytes of the table, which are all bytes of its file
 * @param header null for FACS, the one table without
 * @param checksum what the sum of all bytes says
 */
public record AcpiTable(
        String signature, long length, @Nullable Header header, Checksum checksum) {
    private static final Set<String> DEFINITION_BLOCKS = Set.of("DSDT", "SSDT", "PSDT");

    /**
     * The common header behind signature and length.
     *
     * @param revision version of the table's structure
     * @param oemId without padding, like the other texts
     * @param oemRevision what an update has to raise when it changes the table; unsigned 32 bits
     * @param creatorRevision version of the tool that made the table; unsigned 32 bits
     */
    public record Header(
            int revision, String oemId, String oemTableId, long oemRevision, String creatorId, long creatorRevision) {}

    /** What the checksum of a table is worth. */
    public enum Checksum {
        /** All bytes add up to 0 modulo 256. */
        CORRECT,
        /** The field is 0, which firmware fills in at boot: so in every real data table. */
        LEFT_OPEN,
        /** The field is filled in, and wrong. */
        WRONG,
        /** The table has no checksum: FACS. */
        NONE
    }

    /**
     * Reads a table, streaming. The checksum of a definition block must be correct, that of a data table is told only.
     *
     * @throws io.oemingest.core.format.MalformedFileException with the offset if this is no table
     */
    public static AcpiTable read(ByteSource source) throws IOException {
        return new AcpiTableReader(source).read();
    }

    /** Whether the table holds compiled ACPI code, by its signature. */
    public boolean isDefinitionBlock() {
        return DEFINITION_BLOCKS.contains(signature);
    }

    /** Whether the other is a version of the same table: same signature and same OEM table id. */
    public boolean isSameTable(AcpiTable other) {
        Header mine = header;
        Header theirs = other.header;
        return signature.equals(other.signature)
                && (mine == null ? theirs == null : theirs != null && mine.oemTableId.equals(theirs.oemTableId));
    }
}
