package io.oemingest.samples.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.emulator.IngestionEmulator;
import io.oemingest.emulator.port.EkuProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a folder of files to a signed package, with nothing but this program. */
class SignCommandTest {
    @TempDir
    Path folder;

    private Path unsigned;

    @BeforeEach
    void build() throws IOException {
        Path content = Files.createDirectories(folder.resolve("content/Windows/System32"));
        Files.writeString(content.resolve("contoso.cfg"), "a = 1");
        unsigned = Files.createDirectory(folder.resolve("unsigned"));
        Run built = Run.of(
                List.of("package", "build", "--owner", "Contoso", "--component", "Display"),
                List.of("--sub-component", "MainOS", "--package-version", "1.2.3.4"),
                List.of("--folder", folder.resolve("content"), "--output", unsigned));
        assertThat(built.exitCode()).as(built.err()).isZero();
    }

    @Test
    void theEmulatorSignsWhatWasTestSignedWithTheKeysOfItsDataFolder() throws IOException {
        Path data = folder.resolve("data");
        startOnce(data);
        Path packages = folder.resolve("packages");
        Run signed = Run.of("sign", unsigned, "--keys", data.resolve("pki"), "--output", packages);
        assertThat(signed)
                .isEqualTo(new Run(
                        0,
                        packages.resolve("Contoso.Display.MainOS.spkg") + ": signed, EKUs " + EkuProfile.OEM.ekus()
                                + " (TEST ONLY)\n",
                        ""));
        Path archive = folder.resolve("submission.zip");
        Run prepared = Run.of(
                List.of("prepare", "--packages", packages, "--context-free", "--output", archive),
                List.of("--product", "WindowsPhoneThreshold"));
        assertThat(prepared.exitCode()).as(prepared.err()).isZero();
        try (IngestionEmulator emulator = quick(data)) {
            List<Object> service = List.of("--service", emulator.uri(), "--token", emulator.token());
            String ticket = Run.of("submit", archive, service).out().strip();
            assertThat(Run.of("status", ticket, "--wait", "PT1M", service).out())
                    .contains(": Signed\n");
        }
    }

    @Test
    void signsByTheSignerThatIsNamedAndOverwritesNothing() throws IOException {
        startOnce(folder.resolve("data"));
        List<Object> sign =
                List.of("sign", unsigned, "--keys", folder.resolve("data/pki"), "--output", folder.resolve("hal"));

        assertThat(Run.of(sign, "--signer", "HAL", "--image", "halext.dll=HAL").out())
                .contains(": signed, EKUs " + EkuProfile.HAL.ekus());
        Run again = Run.of(sign);
        assertThat(again.exitCode()).isEqualTo(3);
        assertThat(again.err()).contains("Contoso.Display.MainOS.spkg: is there already");
    }

    @Test
    void saysWhatIsNoPackageAndSignsTheOthers() throws IOException {
        startOnce(folder.resolve("data"));
        Files.writeString(unsigned.resolve("readme.txt"), "not a package");

        Run run = Run.of("sign", unsigned, "--keys", folder.resolve("data/pki"), "--output", folder.resolve("out"));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).startsWith("ingest: readme.txt: is neither package, PE file, catalog nor FFU image");
        assertThat(folder.resolve("out/Contoso.Display.MainOS.spkg")).isNotEmptyFile();
        assertThat(folder.resolve("out/readme.txt")).doesNotExist();
    }

    @Test
    void putsSignedFilesInTheirPlaceOnlyWhenTold() throws IOException {
        startOnce(folder.resolve("data"));
        Path file = unsigned.resolve("Contoso.Display.MainOS.spkg");
        byte[] before = Files.readAllBytes(file);
        List<Object> sign = List.of("sign", unsigned, "--keys", folder.resolve("data/pki"));

        assertThat(Run.of(sign).exitCode()).isEqualTo(2);
        assertThat(file).hasBinaryContent(before);
        assertThat(Run.of(sign, "--in-place"))
                .isEqualTo(new Run(0, file + ": signed, EKUs " + EkuProfile.OEM.ekus() + " (TEST ONLY)\n", ""));
        assertThat(Files.readAllBytes(file)).hasSizeGreaterThan(before.length);
        assertThat(unsigned).isDirectoryNotContaining(each -> !each.equals(file));
    }

    /** Makes quick keys. */
    private static void startOnce(Path data) throws IOException {
        quick(data).close();
    }

    private static IngestionEmulator quick(Path data) throws IOException {
        return IngestionEmulator.builder().quickKeys().dataFolder(data).start();
    }
}
