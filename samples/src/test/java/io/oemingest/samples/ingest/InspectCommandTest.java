package io.oemingest.samples.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.emulator.port.EkuProfile;
import io.oemingest.samples.TestInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
    @TempDir
    static Path folder;

    private static TestInput input;
    private static Path spkg;

    @BeforeAll
    static void makePackages() throws IOException {
        input = TestInput.acceptable(folder);
        spkg = input.packageFile("HalExtensions.MainOS.spkg");
    }

    @Test
    void showsIdentityFilesAndEverySigner() throws Exception {
        Run run = Run.of("inspect", spkg);

        X509Certificate signer = input.pki().input().signer(EkuProfile.HAL).certificate();
        String signed = """
                      subject           %s
                      issuer            %s
                      serial            %s
                      thumbprint        %s
                      not before        %s
                      not after         %s
                      usages            1.3.6.1.5.5.7.3.3 (code signing), 1.3.6.1.4.1.311.61.5.1 (hal extension), 1.3.6.1.4.1.311.76.5.20 (hal)
                      digest algorithm  SHA-256
                """.formatted(
                        signer.getSubjectX500Principal().getName(),
                        signer.getIssuerX500Principal().getName(),
                        signer.getSerialNumber().toString(16),
                        thumbprint(signer),
                        signer.getNotBefore().toInstant(),
                        signer.getNotAfter().toInstant());
        assertThat(run.err()).isEmpty();
        assertThat(run.out().replaceAll(" +content digest +[0-9a-f]{64}\n", ""))
                .startsWith("""
                        %s: package
                          size              %d bytes (%.1f KiB)
                          sha256            %s
                          name              Contoso.HalExtensions.MainOS
                          style             SPKG
                          version           1040.8.15236.45008
                          owner type        OEM
                          release type      Production
                          partition         MainOS
                          platform          CS8974
                          cpu type          ARM
                          build type        Retail
                          grouping key      HalExtensions
                          removal           no
                          binary partition  no
                          files: 3
                        """.formatted(
                                spkg,
                                Files.size(spkg),
                                Files.size(spkg) / 1024.0,
                                sha256(spkg).hex()))
                .contains("    Regular    4608  \\Windows\\System32\\HalExtContosoTimer.dll ")
                .endsWith("""
                          parts: 3
                            cabinet %2$s: signed
                        %1$s    catalog content.cat: signed
                        %1$s    pe 2_HalExtC.dll: signed
                        %1$s""".formatted(signed, spkg));
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void showsTheSameAsJson() throws Exception {
        Run run = Run.of("inspect", "--json", spkg);

        X509Certificate signer = input.pki().input().signer(EkuProfile.HAL).certificate();
        assertThat(run.out().lines().map(String::strip))
                .startsWith(
                        "{",
                        "\"kind\": \"package\",",
                        "\"file\": \"" + spkg.toString().replace("\\", "\\\\") + "\",",
                        "\"size\": " + Files.size(spkg) + ",",
                        "\"sha256\": \"" + sha256(spkg).hex() + "\",",
                        "\"name\": \"Contoso.HalExtensions.MainOS\",")
                .containsSequence(
                        "\"part\": \"pe\",",
                        "\"name\": \"2_HalExtC.dll\",",
                        "\"signature\": {",
                        "\"subject\": \"" + signer.getSubjectX500Principal().getName() + "\",",
                        "\"issuer\": \"" + signer.getIssuerX500Principal().getName() + "\",",
                        "\"serial\": \"" + signer.getSerialNumber().toString(16) + "\",",
                        "\"thumbprint\": \"" + thumbprint(signer) + "\",",
                        "\"notBefore\": \"" + signer.getNotBefore().toInstant() + "\",",
                        "\"notAfter\": \"" + signer.getNotAfter().toInstant() + "\",",
                        "\"usages\": [",
                        "{",
                        "\"oid\": \"1.3.6.1.5.5.7.3.3\",",
                        "\"name\": \"code signing\"",
                        "},")
                .endsWith("}");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void goesOnBehindAFileThatIsNotThereAndOneThatIsNoPackage() throws IOException {
        Path missing = folder.resolve("missing.spkg");
        Path text = Files.write(folder.resolve("text.spkg"), "this is no cabinet at all".getBytes(UTF_8));

        Run run = Run.of("inspect", missing, text, spkg);

        assertThat(run.err())
                .isEqualTo("ingest: " + missing + ": there is no such file or folder\n"
                        + "  Check the path.\n"
                        + "ingest: " + text
                        + " (header) at offset 0: needs 36 bytes, the file ends at 25 (truncated?)\n"
                        + "  The file is damaged or of another kind: build it or fetch it again.\n");
        assertThat(run.out()).startsWith(spkg + ": package\n");
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @Test
    void showsEveryFileBelowAFolderAndSetsThemApart(@TempDir Path root) throws IOException {
        Path below = Files.createDirectories(root.resolve("b/c"));
        Path pconf = Files.writeString(root.resolve("pconf.bin"), "NAME=D100\n");
        Path text = Files.writeString(below.resolve("notes.txt"), "one\n");
        Path unknown = Files.write(root.resolve("a.bin"), new byte[] {0, 1, 2});

        Run run = Run.of("inspect", root);

        assertThat(run)
                .isEqualTo(new Run(
                        3,
                        """
                %s: text of an unknown kind
                  size    4 bytes
                  sha256  %s
                  lines   1
                  ascii   yes

                %s: platform configuration
                  size    10 bytes
                  sha256  %s
                  name    D100
                  values  NAME=D100
                """.formatted(
                                text, sha256(text).hex(), pconf, sha256(pconf).hex()),
                        """
                ingest: %s: is none of the kinds of files that a submission or an image build knows
                  The file is damaged or of another kind: build it or fetch it again.
                """.formatted(unknown)));
    }

    @Test
    void namesAFolderThatHoldsNothing(@TempDir Path empty) {
        assertThat(Run.of("inspect", empty))
                .isEqualTo(new Run(
                        3,
                        "",
                        "ingest: " + empty
                                + ": is a folder without files\n  Check the file and the disk it lies on.\n"));
    }

    @Test
    void showsAMemberOfAPackage() {
        Run run = Run.of("inspect", spkg + "!2_halextc.DLL", spkg + "!content.cat", spkg + "!none.dll");

        assertThat(run.out())
                .startsWith(spkg + "!2_HalExtC.dll: PE image\n")
                .contains("\n\n" + spkg + "!content.cat: security catalog\n");
        assertThat(run.err())
                .isEqualTo("ingest: There is no file 'none.dll' in " + spkg
                        + "\n  See 'ingest COMMAND --help' for the arguments.\n");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void cutsLongTextsUnlessAllIsWanted(@TempDir Path root) throws IOException {
        String value = "x".repeat(200);
        Path pconf = Files.writeString(root.resolve("pconf.bin"), "NAME=" + value + "\n");

        assertThat(Run.of("inspect", pconf).out()).contains("  name    " + "x".repeat(160) + " ...\n");
        assertThat(Run.of("inspect", "--all", pconf).out()).contains("  name    " + value + "\n");
    }

    @Test
    void letsNoTextOfAFileSteerTheTerminal(@TempDir Path root) throws IOException {
        Path hostile = Files.writeString(
                root.resolve("OEMDevicePlatform.xml"),
                "<OEMDevicePlatform xmlns='http://schemas.microsoft.com/embedded/2004/10/ImageUpdate'>"
                        + "<DevicePlatformID>a.b.c</DevicePlatformID>"
                        + "<MinSectorCount>\u009b31m</MinSectorCount></OEMDevicePlatform>");

        Run run = Run.of("inspect", hostile);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("\\u009b31m").doesNotContain("\u009b");
    }

    @Test
    void showsAStackTraceOnlyWhenAsked() {
        Path missing = folder.resolve("missing.spkg");

        assertThat(Run.of("inspect", missing).err()).doesNotContain("\tat ");
        assertThat(Run.of("inspect", "--stacktrace", missing).err()).contains("NoSuchFileException", "\tat ");
    }

    @Test
    void asksForAFile() {
        Run run = Run.of("inspect");

        assertThat(run.err()).startsWith("Missing required parameter: 'FILE'\nUsage: ingest inspect ");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    private static String thumbprint(X509Certificate certificate) throws CertificateEncodingException {
        return Digest.of(
                        DigestAlgorithm.SHA1,
                        DigestAlgorithm.SHA1.newMessageDigest().digest(certificate.getEncoded()))
                .hex();
    }

    private static Digest sha256(Path file) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            return Digest.sha256(source);
        }
    }
}
