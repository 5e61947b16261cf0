package io.oemingest.core.submission;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.acpi.AcpiTable;
import io.oemingest.core.format.acpi.PlacedTable;
import io.oemingest.core.internal.wire.PackageDetailsJson.AcpiHeaderJson;
import io.oemingest.core.internal.wire.PackageDetailsJson.AcpiTableJson;
import org.jspecify.annotations.Nullable;

/** The facts of ACPI tables to and from JSON. */
final class AcpiTableFormat {
    private AcpiTableFormat() {}

    static AcpiTableJson toWire(PlacedTable placed) {
        AcpiTable table = placed.table();
        return new AcpiTableJson(
                placed.devicePath(),
                table.signature(),
                table.length(),
                table.header() == null ? null : toWire(table.header()),
                table.checksum().name(),
                placed.sha256().hex());
    }

    static PlacedTable toModel(JsonFields fields, String path, AcpiTableJson json) throws MalformedFileException {
        AcpiTable table = new AcpiTable(
                json.signature(),
                json.length(),
                header(json.header()),
                fields.constant(path + ".checksum", json.checksum(), AcpiTable.Checksum.values()));
        return new PlacedTable(json.devicePath(), table, fields.sha256(path + ".sha256", json.sha256()));
    }

    private static AcpiHeaderJson toWire(AcpiTable.Header header) {
        return new AcpiHeaderJson(
                header.revision(),
                header.oemId(),
                header.oemTableId(),
                header.oemRevision(),
                header.creatorId(),
                header.creatorRevision());
    }

    private static AcpiTable.@Nullable Header header(@Nullable AcpiHeaderJson json) {
        return json == null
                ? null
                : new AcpiTable.Header(
                        json.revision(),
                        json.oemId(),
                        json.oemTableId(),
                        json.oemRevision(),
                        json.creatorId(),
                        json.creatorRevision());
    }
}
