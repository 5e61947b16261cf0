package io.oemingest.samples.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.signing.HashTableCatalogBuilder;
import io.oemingest.emulator.IngestionEmulator;
import io.oemingest.samples.TestInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole report of {@code ingest verify} over a folder of many kinds, for people and for programs. */
class VerifyReportTest {
    @TempDir
    static Path work;

    private static TestInput input;
    private static Path files;
    private static Path roots;
    private static Path good;

    @BeforeAll
    static void oneOfEachKind() throws IOException {
        input = TestInput.acceptable(Files.createDirectory(work.resolve("input")));
        Path strangers = TestInput.acceptable(Files.createDirectory(work.resolve("strangers")))
                .packageFile("BASE.Phone.MainOS.spkg");
        files = Files.createDirectory(work.resolve("files"));
        Path hal = Files.copy(input.packageFile("HalExtensions.MainOS.spkg"), files.resolve("a-hal.spkg"));
        Path oem = input.packageFile("BASE.Phone.MainOS.spkg");
        byte[] bytes = Files.readAllBytes(oem);
        bytes[bytes.length / 2] ^= 1;
        Files.write(files.resolve("b-changed.spkg"), bytes);
        Files.write(files.resolve("c-damaged.spkg"), Arrays.copyOf(bytes, 100));
        Files.copy(imageCatalog(), files.resolve("d-image.cat"));
        Files.writeString(files.resolve("e-readme.txt"), "nobody signs this");
        Files.copy(submission("refused", List.of(hal, strangers)), files.resolve("f-submission.zip"));
        good = submission("good", List.of(hal, oem));
        String retailRoots = signedArchive(good, files.resolve("g-signed.zip"));
        roots = Files.writeString(work.resolve("roots.pem"), Files.readString(input.roots()) + retailRoots);
    }

    @Test
    void tellsPeopleWhatIsProvedAndWhatIsNot() throws IOException {
        Run run = Run.of("verify", "--parts", "--trust", roots, files);

        assertThat(steady(run.out())).isEqualTo(expected("expected.txt"));
        assertThat(steady(run.err())).isEqualTo(expected("expected-complaints.txt"));
        assertThat(run.exitCode()).isEqualTo(3);
        assertNothingWasUnpacked();
    }

    @Test
    void tellsProgramsTheSame() throws IOException {
        Run run = Run.of("verify", "--json", "--trust", roots, files);

        assertThat(steady(run.out())).isEqualTo(expected("expected.json"));
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(3);
        assertNothingWasUnpacked();
    }

    @Test
    void provesEveryPackageOfASubmission() {
        Run run = Run.of("verify", "--trust", roots, good);

        assertThat(run.out().lines().map(line -> line.replaceFirst(",? signed by .*$", "")))
                .containsExactly(
                        good + ": verified, all signed files of the submission: 2",
                        good + "!packages/Contoso.BASE.Phone.MainOS.spkg: verified",
                        good + "!packages/a-hal.spkg: verified");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aFileThatIsMissingIsInTheReportToo() {
        Path missing = work.resolve("missing.spkg");
        Run run =
                Run.of("verify", "--json", "--eku", "1.2.3", "--at", "2026-11-22T06:16:00Z", "--trust", roots, missing);

        String detail = missing + ": there is no such file or folder";
        assertThat(run)
                .isEqualTo(new Run(3, """
                        {
                          "formatVersion": 1,
                          "mode": "TEST_INPUT",
                          "requiredEkus": "1.2.3",
                          "at": "2026-11-22T06:16:00Z",
                          "files": [
                            {
                              "file": "%1$s",
                              "verdict": "UNREADABLE",
                              "problem": {
                                "location": {
                                  "file": "%1$s"
                                },
                                "detail": "%2$s"
                              },
                              "signatures": []
                            }
                          ]
                        }
                        """.formatted(missing, detail), "ingest: " + detail + "\n  Check the path.\n"));
    }

    private static void assertNothingWasUnpacked() throws IOException {
        try (Stream<Path> all = Files.list(files)) {
            assertThat(all.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "a-hal.spkg",
                            "b-changed.spkg",
                            "c-damaged.spkg",
                            "d-image.cat",
                            "e-readme.txt",
                            "f-submission.zip",
                            "g-signed.zip");
        }
    }

    private static Path imageCatalog() throws IOException {
        HashTableCatalogBuilder catalogs = new HashTableCatalogBuilder(InstantSource.system());
        byte[] unsigned = catalogs.unsignedCatalog(new Digest(DigestAlgorithm.SHA1, "0123456789".repeat(4)));
        byte[] signed = catalogs.sign(
                ByteSource.of("image.cat", unsigned), input.pki().input().platformKey());
        return Files.write(work.resolve("image.cat"), signed);
    }

    private static Path submission(String name, List<Path> packages) throws IOException {
        Path folder = Files.createDirectory(work.resolve(name));
        for (Path each : packages) {
            Files.copy(each, folder.resolve(each.getFileName()));
        }
        Path archive = work.resolve(name + ".zip");
        Run run = Run.of(
                List.of("prepare", "--packages", folder, "--context-free", "--product", "WindowsPhoneThreshold"),
                List.of("--output", archive));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return archive;
    }

    /** Has an emulator sign the packages; answers its roots. */
    private static String signedArchive(Path submission, Path target) throws IOException {
        try (IngestionEmulator emulator = IngestionEmulator.builder()
                .quickKeys()
                .trustInputRoot(input.pki().input().root())
                .start()) {
            List<Object> service = List.of("--service", emulator.uri(), "--token", emulator.token());
            String ticket = Run.of("submit", submission, service).out().strip();
            Run.of("status", ticket, "--wait", "PT1M", service);
            Path retail = Files.writeString(work.resolve("retail.pem"), emulator.retailRootsPem());
            Run retrieved = Run.of("retrieve", ticket, work.resolve("signed"), "--trust", retail, service);
            assertThat(retrieved.exitCode()).as(retrieved.err()).isZero();
            Files.copy(Path.of(retrieved.out().strip()), target);
            return emulator.retailRootsPem();
        }
    }

    /** The same text for other keys, tickets, times and folders. */
    private static String steady(String text) {
        return text.replace(work.toString(), "FOLDER")
                .replaceAll("[0-9a-f]{32,}", "HEX")
                .replaceAll("has \\d+ bytes", "has SOME bytes")
                .replaceAll("TKT-SIGN-TEST-\\w{6}", "TICKET")
                .replaceAll("emulator-\\w{6}", "INSTANCE")
                .replaceAll("20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME");
    }

    private static String expected(String name) throws IOException {
        try (InputStream in = VerifyReportTest.class.getResourceAsStream("/verify/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
