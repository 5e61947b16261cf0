package io.oemingest.samples.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.io.ByteSource;
import io.oemingest.emulator.port.EkuProfile;
import io.oemingest.samples.TestInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractCommandTest {
    private static final String DLL = "2_HalExtC.dll";

    @TempDir
    static Path folder;

    private static TestInput input;
    private static Path spkg;

    @TempDir
    Path out;

    @BeforeAll
    static void makePackages() throws IOException {
        input = TestInput.acceptable(folder);
        spkg = input.packageFile("HalExtensions.MainOS.spkg");
    }

    @Test
    void takesTheNamedMembersOut() throws IOException {
        Run run = Run.of("extract", spkg, "-o", out, DLL);

        long size = Files.size(out.resolve(DLL));
        assertThat(run).isEqualTo(new Run(0, """
                %s: extracted
                  folder       %s
                  files: 1
                    size  name
                    %4d  %s
                  total files  1
                  total size   %d bytes (%.1f KiB)
                """.formatted(spkg, out, size, DLL, size, size / 1024.0), ""));
        assertThat(Files.readAllBytes(out.resolve(DLL))).isEqualTo(member(DLL));
        assertThat(files()).containsExactly(DLL);
    }

    @Test
    void laysFilesOutAsTheDeviceHasThem() throws IOException {
        Run run = Run.of("extract", "--device-paths", "--json", "-o", out, spkg);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("{\n  \"kind\": \"extraction\",\n").contains("\"totalFiles\": 3");
        assertThat(files())
                .contains("MainOS/Windows/System32/HalExtContosoTimer.dll")
                .hasSize(3);
    }

    @Test
    void listsWithoutTakingAnythingOut() throws IOException {
        Run run = Run.of("extract", "--list", "-o", out, spkg);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith(spkg + ": what is inside\n  files: 3\n")
                .contains("  man.dsm.xml\n", "  " + DLL + "\n", "  content.cat\n", "  total files  3\n");
        assertThat(files()).isEmpty();
    }

    @Test
    void takesTheSignatureOut() throws Exception {
        Run run = Run.of("extract", "--signature", "-o", out, spkg);

        assertThat(run.exitCode()).isZero();
        byte[] signature = Files.readAllBytes(out.resolve(spkg.getFileName() + ".p7"));
        X509Certificate signer = input.pki().input().signer(EkuProfile.HAL).certificate();
        assertThat(CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(signature)))
                .anyMatch(signer::equals);
    }

    @Test
    void writesOverFilesOnlyWhenForced() throws IOException {
        Path there = Files.writeString(out.resolve(DLL), "precious");

        assertThat(Run.of("extract", "-o", out, spkg))
                .isEqualTo(new Run(
                        3, "", "ingest: " + there + ": is there already\n  Move it away or name another place.\n"));
        assertThat(files()).containsExactly(DLL);
        assertThat(there).hasContent("precious");

        assertThat(Run.of("extract", "--force", "-o", out, spkg).exitCode()).isZero();
        assertThat(Files.readAllBytes(there)).isEqualTo(member(DLL));
    }

    @Test
    void saysWhatIsWrongWithTheArguments() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "no cabinet");

        assertThat(Run.of("extract", "-o", out, spkg, "other.dll"))
                .isEqualTo(new Run(
                        2,
                        "",
                        "ingest: There is no file 'other.dll' in " + spkg
                                + "\n  See 'ingest COMMAND --help' for the arguments.\n"));
        assertThat(Run.of("extract", "-o", out, text))
                .isEqualTo(new Run(
                        3,
                        "",
                        "ingest: " + text + ": holds no files to take out: it is no cabinet, package or archive\n"
                                + "  The file is damaged or of another kind: build it or fetch it again.\n"));
        assertThat(Run.of("extract").err()).startsWith("Missing required parameter: 'FILE'\n");
        assertThat(Run.of("extract", "--signature", "--device-paths", spkg).exitCode())
                .isEqualTo(2);
        assertThat(files()).isEmpty();
    }

    private static byte[] member(String name) throws IOException {
        try (ByteSource source = ByteSource.open(spkg)) {
            Cabinet cabinet = Cabinet.read(source, FormatLimits.defaults());
            return cabinet.readAll(cabinet.find(name), 1 << 20);
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(out)) {
            return all.filter(Files::isRegularFile)
                    .map(each -> out.relativize(each).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
