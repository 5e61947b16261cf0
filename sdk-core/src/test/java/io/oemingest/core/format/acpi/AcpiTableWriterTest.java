package io.oemingest.core.format.acpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.acpi.AcpiTable.Checksum;
import io.oemingest.core.format.acpi.AcpiTable.Header;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AcpiTableWriterTest {
    private static final Header HEADER = new Header(2, "CONTO", "DEMO100", 7, "MSFT", 0x05000000);

    @Test
    void writesTheHeaderOfTheSpecification() {
        assertThat(HexFormat.of().formatHex(AcpiTableWriter.write("SSDT", HEADER, new byte[0])))
                .isEqualTo("53534454" + "24000000" + "02" + "dd" + "434f4e544f20" + "44454d4f31303020" + "07000000"
                        + "4d534654" + "00000005");
    }

    @Test
    void writesEveryRealTableByteForByte() throws IOException {
        int written = 0;
        for (Path file : Samples.filesOrSkip(".aml", ".acp")) {
            byte[] real = Files.readAllBytes(file);
            AcpiTable table = AcpiTable.read(ByteSource.of(file.getFileName().toString(), real));
            Header header = table.header();
            if (header != null) {
                byte[] body = Arrays.copyOfRange(real, 36, real.length);
                assertThat(
                                table.checksum() == Checksum.CORRECT
                                        ? AcpiTableWriter.write(table.signature(), header, body)
                                        : AcpiTableWriter.writeOpen(table.signature(), header, body))
                        .as(file.toString())
                        .isEqualTo(real);
                written++;
            }
        }
        assertThat(written).isEqualTo(11);
    }

    @Test
    void readsBackWhatItWrites() throws IOException {
        for (long seed = 1; seed <= 500; seed++) {
            Random random = new Random(seed);
            byte[] body = new byte[random.nextInt(200)];
            random.nextBytes(body);
            Header header = new Header(
                    random.nextInt(256),
                    "O" + random.nextInt(10_000),
                    "T" + random.nextInt(1_000_000),
                    Integer.toUnsignedLong(random.nextInt()),
                    "C" + random.nextInt(100),
                    Integer.toUnsignedLong(random.nextInt()));

            assertThat(AcpiTable.read(ByteSource.of("dsdt.aml", AcpiTableWriter.write("DSDT", header, body))))
                    .as("seed " + seed)
                    .isEqualTo(new AcpiTable("DSDT", 36 + body.length, header, Checksum.CORRECT));
            AcpiTable open = AcpiTable.read(ByteSource.of("facp.acp", AcpiTableWriter.writeOpen("FACP", header, body)));
            assertThat(open.header()).as("seed " + seed).isEqualTo(header);
            assertThat(open.checksum()).as("seed " + seed).isIn(Checksum.LEFT_OPEN, Checksum.CORRECT);
        }
    }

    @Test
    void refusesWhatNoFieldCanHold() {
        byte[] body = new byte[0];

        assertThatThrownBy(() -> AcpiTableWriter.write("SSD", HEADER, body))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A signature has four printable characters: 'SSD'");
        assertThatThrownBy(() -> AcpiTableWriter.write("SSDT", new Header(256, "", "", 0, "", 0), body))
                .hasMessage("The revision is 0 to 255: 256");
        assertThatThrownBy(() -> AcpiTableWriter.write("SSDT", new Header(1, "CONTOSO", "", 0, "", 0), body))
                .hasMessage("The OEM id has up to 6 printable characters: 'CONTOSO'");
        assertThatThrownBy(() -> AcpiTableWriter.write("SSDT", new Header(1, "", "D\u00e9mo", 0, "", 0), body))
                .hasMessage("The OEM table id has up to 8 printable characters: 'D\u00e9mo'");
        assertThatThrownBy(() -> AcpiTableWriter.write("SSDT", new Header(1, "", "", -1, "", 0), body))
                .hasMessage("The OEM revision is 0 to 4294967295: -1");
        assertThatThrownBy(() -> AcpiTableWriter.write("SSDT", new Header(1, "", "", 0, "", 1L << 32), body))
                .hasMessage("The creator revision is 0 to 4294967295: 4294967296");
    }
}
