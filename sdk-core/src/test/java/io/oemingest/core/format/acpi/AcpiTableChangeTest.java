package io.oemingest.core.format.acpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.acpi.AcpiTable.Header;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcpiTableChangeTest {
    @Test
    void findsTheTablesWithOtherBytesAndWhetherTheirRevisionWasRaised() throws IOException {
        PlacedTable silent = table("\\ACPI\\dsdt.aml", "DEMO", 3, "old");
        PlacedTable raised = table("\\ACPI\\ssdt.aml", "DEMO", 3, "old");
        PlacedTable lowered = table("\\ACPI\\facp.acp", "DEMO", 3, "old");
        PlacedTable same = table("\\ACPI\\gtdt.acp", "DEMO", 3, "old");
        PlacedTable other = table("\\ACPI\\mcfg.acp", "DEMO", 3, "old");
        PlacedTable gone = table("\\ACPI\\gone.acp", "DEMO", 3, "old");

        List<AcpiTableChange> changes = AcpiTableChange.between(
                List.of(silent, raised, lowered, same, other, gone),
                List.of(
                        table("\\acpi\\DSDT.aml", "DEMO", 3, "new"),
                        table("\\ACPI\\ssdt.aml", "DEMO", 4, "new"),
                        table("\\ACPI\\facp.acp", "DEMO", 2, "new"),
                        same,
                        table("\\ACPI\\mcfg.acp", "OTHER", 3, "new"),
                        table("\\ACPI\\new.acp", "DEMO", 3, "new")));

        assertThat(changes).extracting(AcpiTableChange::before).containsExactly(silent, raised, lowered);
        assertThat(changes).extracting(AcpiTableChange::isRevisionRaised).containsExactly(false, true, false);
    }

    @Test
    void asksNoRevisionOfTheControlStructureThatHasNone() throws IOException {
        PlacedTable before = control(1);
        PlacedTable after = control(2);

        assertThat(AcpiTableChange.between(List.of(before), List.of(after)))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.after()).isEqualTo(after);
                    assertThat(change.isRevisionRaised()).isTrue();
                });
    }

    private static PlacedTable table(String path, String tableId, long revision, String body) throws IOException {
        return placed(
                path,
                AcpiTableWriter.write(
                        "SSDT",
                        new Header(2, "CONTO", tableId, revision, "MSFT", 1),
                        body.getBytes(StandardCharsets.US_ASCII)));
    }

    private static PlacedTable control(int hardware) throws IOException {
        byte[] facs = ByteBuffer.allocate(64)
                .put("FACS@\0\0\0".getBytes(StandardCharsets.US_ASCII))
                .putInt(hardware)
                .array();
        return placed("\\ACPI\\facs.acp", facs);
    }

    private static PlacedTable placed(String path, byte[] bytes) throws IOException {
        return new PlacedTable(path, AcpiTable.read(ByteSource.of(path, bytes)), Digest.sha256(bytes));
    }
}
