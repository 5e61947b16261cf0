package io.oemingest.samples.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.emulator.IngestionEmulator;
import io.oemingest.emulator.port.EkuProfiles;
import io.oemingest.emulator.port.EkuProfilesJson;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProfilesCommandTest {
    private IngestionEmulator emulator;

    @BeforeEach
    void start() throws Exception {
        emulator = IngestionEmulator.builder().quickKeys().start();
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void listsWhatTheServiceSigns() {
        assertThat(profiles()).isEqualTo(new Run(0, """
                OEM               Packages  1.3.6.1.4.1.311.76.5.40  for Image, PartialImage
                HAL               Packages  1.3.6.1.4.1.311.61.5.1+1.3.6.1.4.1.311.76.5.20  for Image, PartialImage
                PP                Packages  1.3.6.1.4.1.311.10.3.24+1.3.6.1.4.1.311.76.5.40  for Image, PartialImage
                PPL               Packages  1.3.6.1.4.1.311.10.3.22+1.3.6.1.4.1.311.76.5.40  for Image, PartialImage
                APP               Packages  1.3.6.1.4.1.311.76.5.200+1.3.6.1.4.1.311.76.5.99  for Image, PartialImage
                Platform-Key      Images  1.3.6.1.4.1.311.76.5.500  for FfuCatalog  needs FfuCatalog
                Microsoft-System  Packages  1.3.6.1.4.1.311.10.3.6+1.3.6.1.4.1.311.76.5.10  for Image, PartialImage  needs MicrosoftSystem
                """, ""));
    }

    @Test
    void printsWhatAnEmulatorTakesAsItsTable() throws Exception {
        byte[] json = profiles("--json").out().getBytes(StandardCharsets.UTF_8);
        assertThat(EkuProfilesJson.read(new ByteArrayInputStream(json), "stdout"))
                .isEqualTo(EkuProfiles.DOCUMENTED);
    }

    @Test
    void isNotForStrangers() {
        Run run = Run.of("profiles", "--service", emulator.uri(), "--token", "wrong");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
    }

    private Run profiles(Object... more) {
        return Run.of(Stream.concat(
                        Stream.of("profiles", "--service", emulator.uri(), "--token", emulator.token()),
                        Stream.of(more))
                .toArray());
    }
}
