package io.oemingest.samples.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.samples.TestInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    private static final String OEM = "1.3.6.1.4.1.311.76.5.40";
    private static final String HAL = "1.3.6.1.4.1.311.61.5.1+1.3.6.1.4.1.311.76.5.20";

    @TempDir
    static Path folder;

    private static TestInput input;
    private static Path spkg;

    @BeforeAll
    static void makePackages() throws IOException {
        input = TestInput.acceptable(folder);
        spkg = input.packageFile("BASE.Phone.MainOS.spkg");
    }

    @Test
    void provesEveryPackageOfASubmission() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(input.files().packages())) {
            all = files.sorted().toList();
        }

        Run run = Run.of("verify", all, "--trust", input.roots());

        assertThat(run)
                .isEqualTo(new Run(
                        0,
                        all.stream()
                                .map(file -> file.toString().contains("HalExt")
                                        ? verified(file, "HAL", HAL)
                                        : verified(file, "OEM", OEM))
                                .collect(Collectors.joining()),
                        ""));
    }

    @Test
    void demandsTheUsagesThatAreAskedFor() throws IOException {
        Path hal = input.packageFile("HalExtensions.MainOS.spkg");

        Run run = Run.of("verify", "--trust", input.roots(), "--eku", OEM, spkg, hal);

        assertThat(run.out()).isEqualTo(verified(spkg, "OEM", OEM));
        assertThat(run.err()).startsWith("ingest: refused (EKU_NOT_ALLOWED): Contoso.HalExtensions.MainOS.spkg ");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void refusesASignerThatNobodyTrusts(@TempDir Path other) throws IOException {
        Run run = Run.of("verify", "--trust", TestInput.refused(other).roots(), spkg);

        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("ingest: refused (UNTRUSTED_CHAIN): Contoso.BASE.Phone.MainOS.spkg ")
                .endsWith(
                        "\n  Look at it with 'ingest inspect'; if another root signed it, name that root with --trust.\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void refusesAPackageThatWasChangedAfterSigning() throws IOException {
        byte[] bytes = Files.readAllBytes(spkg);
        bytes[bytes.length / 2] ^= 1;
        Path changed = Files.write(folder.resolve("changed.spkg"), bytes);

        Run run = Run.of("verify", "--trust", input.roots(), changed);

        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("ingest: refused (CONTENT_DIGEST): changed.spkg ");
    }

    @Test
    void judgesCertificatesAtTheGivenMoment() {
        Run run = Run.of("verify", "--trust", input.roots(), "--at", "2011-01-01T00:00:00Z", spkg);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("ingest: refused (OUTSIDE_VALIDITY): Contoso.BASE.Phone.MainOS.spkg ");
    }

    @Test
    void refusesRootsThatAreNoCertificates() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.pem"));

        Run run = Run.of("verify", "--trust", empty, spkg);

        assertThat(run)
                .isEqualTo(new Run(
                        3,
                        "",
                        "ingest: " + empty + ": holds no certificate\n"
                                + "  The file is damaged or of another kind: build it or fetch it again.\n"));
    }

    @Test
    void namesAnArgumentThatIsMissingOrWrong() {
        Run withoutTrust = Run.of("verify", spkg);
        Run wrongUsage = Run.of("verify", "--trust", input.roots(), "--eku", "OEM", spkg);
        Run wrongMoment = Run.of("verify", "--trust", input.roots(), "--at", "yesterday", spkg);

        assertThat(withoutTrust.err()).startsWith("Missing required option: '--trust=PEM'\n");
        assertThat(wrongUsage.err()).startsWith("Invalid value for option '--eku': Not an object identifier: 'OEM'\n");
        assertThat(wrongMoment.err())
                .startsWith(
                        "Invalid value for option '--at': 'yesterday' is not a moment such as 2026-11-22T00:00:00Z\n");
        assertThat(List.of(withoutTrust.exitCode(), wrongUsage.exitCode(), wrongMoment.exitCode()))
                .containsOnly(2);
    }

    private static String verified(Path file, String profile, String ekus) {
        return file + ": verified, signed by CN=Test Input " + profile
                + " Signer (TEST ONLY),OU=Emulator another,O=OEM Ingestion Emulator (TEST ONLY), EKUs " + ekus + "\n";
    }
}
