package io.oemingest.core.format.acpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.acpi.AcpiTable.Checksum;
import io.oemingest.core.format.acpi.AcpiTable.Header;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.testing.Samples;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcpiTableTest {
    private static final int CHECKSUM = 9;

    @Test
    void readsTheDefinitionBlocksOfARealPhone() throws IOException {
        assertThat(readReal("dsdt.aml"))
                .isEqualTo(new AcpiTable(
                        "DSDT", 172_416, new Header(2, "QCOMM", "MSM8992", 3, "MSFT", 0x05000000), Checksum.CORRECT));
        assertThat(readReal("ssdt.aml"))
                .isEqualTo(new AcpiTable(
                        "SSDT", 4736, new Header(2, "MMO", "MSM8992", 3, "MSFT", 0x05000000), Checksum.CORRECT));
    }

    @Test
    void readsTheDataTablesOfARealPhoneWhoseChecksumsAreOpen() throws IOException {
        TreeMap<String, String> signatures = new TreeMap<>();
        for (Path file : Samples.filesOrSkip(".acp")) {
            AcpiTable table = read(file);
            signatures.put(file.getFileName().toString(), table.signature());
            Header header = table.header();
            assertThat(table.isDefinitionBlock()).isFalse();
            assertThat(table.checksum()).isEqualTo(header == null ? Checksum.NONE : Checksum.LEFT_OPEN);
            assertThat(header == null ? 0x8994 : header.oemRevision()).isEqualTo(0x8994);
        }

        assertThat(signatures)
                .hasToString(
                        "{TPM2.acp=TPM2, bgrt.acp=BGRT, csrt.acp=CSRT, dbg2.acp=DBG2, facp.acp=FACP, facs.acp=FACS,"
                                + " fpdt.acp=FPDT, gtdt.acp=GTDT, madt.acp=APIC, mcfg.acp=MCFG}");
    }

    @Test
    void readsTheRealControlStructureThatHasNoHeader() throws IOException {
        assertThat(readReal("facs.acp")).isEqualTo(new AcpiTable("FACS", 64, null, Checksum.NONE));
    }

    @Test
    void readsTheWholeHeader() throws IOException {
        assertThat(read("ssdt.aml", table("SSDT", 40)))
                .isEqualTo(new AcpiTable(
                        "SSDT",
                        40,
                        new Header(2, "CONTO", "DEMO100", 0xFFFF_FFFFL, "MSFT", 0x8000_0005L),
                        Checksum.CORRECT));
    }

    @ParameterizedTest
    @CsvSource({
        "ssdt.aml, SSDT, 1",
        "SSDT.AML, SSDT, 0",
        "ssdt.acp, SSDT, 1",
        "psdt.bin, PSDT, 1",
        "facp.aml, FACP, 1",
    })
    void refusesADefinitionBlockWithAWrongChecksum(String file, String signature, int filled) {
        byte[] bytes = table(signature, 36);
        bytes[CHECKSUM] = (byte) (filled == 0 ? 0 : bytes[CHECKSUM] + 1);

        assertThatThrownBy(() -> read(file, bytes))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage(file + " (table header) at offset 9: the bytes of the definition block do not add up to 0"
                        + " modulo 256");
    }

    @Test
    void tellsTheChecksumOfADataTable() throws IOException {
        byte[] bytes = table("FACP", 50);
        assertThat(read("facp.acp", bytes).checksum()).isEqualTo(Checksum.CORRECT);
        bytes[CHECKSUM]++;
        assertThat(read("facp.acp", bytes).checksum()).isEqualTo(Checksum.WRONG);
        bytes[CHECKSUM] = 0;
        assertThat(read("facp.acp", bytes).checksum()).isEqualTo(Checksum.LEFT_OPEN);
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThatThrownBy(() -> read("a.acp", new byte[7]))
                .hasMessage("a.acp (table header) at offset 0: needs 8 bytes, the file ends at 7 (truncated?)");
        assertThatThrownBy(() -> read("a.acp", new byte[36]))
                .hasMessage("a.acp (table header) at offset 0: the signature is not four printable characters");
        assertThatThrownBy(() -> read("a.acp", withLength(table("FACP", 36), 35)))
                .hasMessage("a.acp (table header) at offset 4: the length is 35, the table needs at least 36");
        assertThatThrownBy(() -> read("a.acp", withLength(table("FACP", 36), -1)))
                .hasMessage("a.acp (table header) at offset 4: the length is 4294967295, the file has 36 bytes");
        assertThatThrownBy(() -> read("a.acp", withLength(table("FACP", 40), 39)))
                .hasMessage("a.acp (table header) at offset 4: the length is 39, the file has 40 bytes");
        assertThatThrownBy(() -> read("facs.acp", table("FACS", 63)))
                .hasMessage("facs.acp (table header) at offset 4: the length is 63, the table needs at least 64");
    }

    @Test
    void pairsTablesBySignatureAndTableId() throws IOException {
        byte[] other = table("FACP", 36);
        other[16] = 'X';
        AcpiTable table = read("facp.acp", table("FACP", 36));

        assertThat(table.isSameTable(read("old.acp", table("FACP", 60)))).isTrue();
        assertThat(table.isSameTable(read("old.acp", other))).isFalse();
        assertThat(table.isSameTable(read("old.acp", table("GTDT", 36)))).isFalse();
        AcpiTable control = read("facs.acp", table("FACS", 64));
        assertThat(control.isSameTable(control)).isTrue();
        assertThat(control.isSameTable(table)).isFalse();
    }

    @Test
    void survivesAnyChangedByte() throws IOException {
        byte[] bytes = table("SSDT", 40);
        int read = 0;
        for (int i = 0; i < bytes.length; i++) {
            for (int value = 1; value < 256; value++) {
                bytes[i] += 1;
                read += isRead(bytes) ? 1 : 0;
            }
            bytes[i] += 1;
        }

        // Only with another signature, DSDT and PSDT apart, the checksum need not hold.
        assertThat(read("ssdt.bin", bytes).checksum()).isEqualTo(Checksum.CORRECT);
        assertThat(read).isEqualTo(4 * 93 - 2);
    }

    private static boolean isRead(byte[] bytes) {
        try {
            read("ssdt.bin", bytes);
            return true;
        } catch (MalformedFileException e) {
            return false;
        } catch (IOException | RuntimeException e) {
            return fail("a changed byte must end in a table or a refusal", e);
        }
    }

    private static byte[] table(String signature, int length) {
        ByteBuffer table = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        table.put((signature + "????\2?CONTO DEMO100\0????MSFT????").getBytes(StandardCharsets.US_ASCII));
        table.putInt(4, length).putInt(24, -1).putInt(32, 0x8000_0005).put(CHECKSUM, (byte) 0);
        int sum = 0;
        for (byte each : table.array()) {
            sum += each;
        }
        return table.put(CHECKSUM, (byte) -sum).array();
    }

    private static byte[] withLength(byte[] table, int length) {
        ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN).putInt(4, length);
        return table;
    }

    private static AcpiTable readReal(String name) throws IOException {
        return read(Samples.fileOrSkip("acpi-lumia950/PLAT/ACPI", name));
    }

    private static AcpiTable read(Path file) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            return AcpiTable.read(source);
        }
    }

    private static AcpiTable read(String name, byte[] bytes) throws IOException {
        return AcpiTable.read(ByteSource.of(name, bytes));
    }
}
