package io.oemingest.core.internal.wire;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.acpi.AcpiTable;
import io.oemingest.core.format.acpi.AcpiTable.Checksum;
import io.oemingest.core.format.acpi.PlacedTable;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The facts of a table of the PLAT partition. */
public record AcpiTableJson(
        String devicePath,
        String signature,
        long length,
        @Nullable AcpiHeaderJson header,
        String checksum,
        String sha256) {

    /** The common header of ACPI tables; the revisions are unsigned. */
    public record AcpiHeaderJson(
            int revision, String oemId, String oemTableId, long oemRevision, String creatorId, long creatorRevision) {}

    public static AcpiTableJson of(PlacedTable placed) {
        AcpiTable table = placed.table();
        return new AcpiTableJson(
                placed.devicePath(),
                table.signature(),
                table.length(),
                table.header() == null ? null : of(table.header()),
                table.checksum().name(),
                placed.sha256().hex());
    }

    /** The table as a value. @throws MalformedFileException if something is not what it should be */
    public PlacedTable toModel(String sourceName, String path) throws MalformedFileException {
        AcpiTable table = new AcpiTable(
                signature,
                length,
                header == null ? null : toModel(header),
                WireValues.convert(checksum, AcpiTableJson::checksum, sourceName, path + ".checksum"));
        return new PlacedTable(
                devicePath,
                table,
                WireValues.convert(
                        sha256, hex -> new Digest(DigestAlgorithm.SHA256, hex), sourceName, path + ".sha256"));
    }

    private static AcpiHeaderJson of(AcpiTable.Header header) {
        return new AcpiHeaderJson(
                header.revision(),
                header.oemId(),
                header.oemTableId(),
                header.oemRevision(),
                header.creatorId(),
                header.creatorRevision());
    }

    private static AcpiTable.Header toModel(AcpiHeaderJson json) {
        return new AcpiTable.Header(
                json.revision(),
                json.oemId(),
                json.oemTableId(),
                json.oemRevision(),
                json.creatorId(),
                json.creatorRevision());
    }

    private static Checksum checksum(String text) {
        return Stream.of(Checksum.values())
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("is not a known value: '" + text + "'"));
    }
}
