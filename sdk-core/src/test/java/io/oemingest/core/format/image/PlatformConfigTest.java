package io.oemingest.core.format.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.testing.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlatformConfigTest {
    @Test
    void readsTheConfigOfARealPhoneAndWritesItAgain() throws IOException {
        byte[] real = Files.readAllBytes(Samples.fileOrSkip("acpi-lumia950/PLAT", "pconf.bin"));

        PlatformConfig config = read(real);

        assertThat(config.name()).isEqualTo("P6218");
        assertThat(config.softwareVersion()).isEqualTo("01078.00053.16236.35000");
        assertThat(config.firmwareVersion()).isEqualTo(new FirmwareVersion(1078, 53, 16236, 35000));
        assertThat(config.akVersion()).isEqualTo("10586.13169");
        assertThat(config.values()).hasSize(3);
        assertThat(config.toBytes()).isEqualTo(real);
    }

    @Test
    void readsOtherLineEndsAndLeavesMissingValuesToTheRules() throws IOException {
        PlatformConfig config = read("OTHER=a=b\r\n\r\nSWVERSION=1.2");

        assertThat(config.values()).isEqualTo(Map.of("OTHER", "a=b", "SWVERSION", "1.2"));
        assertThat(config.name()).isNull();
        assertThat(config.akVersion()).isNull();
        assertThat(config.firmwareVersion()).isNull();
    }

    @Test
    void pointsAtALineThatIsNoValue() {
        assertThatThrownBy(() -> read("NAME=a\nno value"))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("pconf.bin:2:1: is not of the form KEY=value in ASCII");
        assertThatThrownBy(() -> read("=a")).hasMessage("pconf.bin:1:1: is not of the form KEY=value in ASCII");
        assertThatThrownBy(() -> read("NAME=\u00e9"))
                .hasMessage("pconf.bin:1:1: is not of the form KEY=value in ASCII");
        assertThatThrownBy(() -> read("NAME=a\nNAME=a")).hasMessage("pconf.bin:2:1: repeats the key NAME");
        assertThatThrownBy(() -> read("A".repeat(65_537)))
                .hasMessage("pconf.bin: has 65537 bytes, at most 65536 are allowed");
    }

    @Test
    void refusesAFileWithoutAnyLine() {
        assertThatThrownBy(() -> read("\n \n")).hasMessage("pconf.bin: has no line of the form KEY=value");
    }

    private static PlatformConfig read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static PlatformConfig read(byte[] bytes) throws IOException {
        return PlatformConfig.read(ByteSource.of("pconf.bin", bytes), FormatLimits.defaults());
    }
}
