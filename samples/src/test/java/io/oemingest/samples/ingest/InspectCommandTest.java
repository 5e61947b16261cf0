package io.oemingest.samples.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.emulator.signing.EkuProfile;
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
                      signer      %s
                      issuer      %s
                      thumbprint  %s
                      valid       %s to %s
                      usages      1.3.6.1.5.5.7.3.3 (code signing), 1.3.6.1.4.1.311.61.5.1 (hal extension), 1.3.6.1.4.1.311.76.5.20 (hal)
                      digest      SHA-256
                      time stamp  none
                """.formatted(
                        signer.getSubjectX500Principal().getName(),
                        signer.getIssuerX500Principal().getName(),
                        thumbprint(signer),
                        signer.getNotBefore().toInstant(),
                        signer.getNotAfter().toInstant());
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("""
                        Contoso.HalExtensions.MainOS.spkg
                          package       Contoso.HalExtensions.MainOS 1040.8.15236.45008 (SPKG)
                          owner type    OEM
                          release type  Production
                          partition     MainOS
                          built for     ARM, Retail
                          kind          content
                          size          %d bytes, %s
                          files         3
                        """.formatted(Files.size(spkg), sha256(spkg)))
                .contains("    Regular            4608  \\Windows\\System32\\HalExtContosoTimer.dll  (2_HalExtC.dll)\n")
                .endsWith("""
                          catalog       content.cat: version 2, 4 entries, made for Contoso.HalExtensions.MainOS
                          signatures    as they stand in the file, not verified
                            cabinet Contoso.HalExtensions.MainOS.spkg: signed
                        %1$s    catalog content.cat: signed
                        %1$s    pe 2_HalExtC.dll: signed
                        %1$s""".formatted(signed));
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void showsTheSameAsJson() throws Exception {
        Run run = Run.of("inspect", "--json", spkg);

        X509Certificate signer = input.pki().input().signer(EkuProfile.HAL).certificate();
        assertThat(run.out().lines().map(String::strip))
                .startsWith(
                        "{",
                        "\"file\": \"Contoso.HalExtensions.MainOS.spkg\",",
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
                        + "ingest: text.spkg (header) at offset 0: needs 36 bytes, the file ends at 25 (truncated?)\n"
                        + "  The file is damaged or of another kind: build it or fetch it again.\n");
        assertThat(run.out()).startsWith("Contoso.HalExtensions.MainOS.spkg\n");
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @Test
    void namesAFolderThatWasTakenForAFile() {
        Run run = Run.of("inspect", folder);

        assertThat(run)
                .isEqualTo(new Run(
                        3,
                        "",
                        "ingest: " + folder
                                + ": is a folder, not a file\n  Check the file and the disk it lies on.\n"));
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
