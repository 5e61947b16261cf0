package io.oemingest.samples.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.cabinet.CabinetMember;
import io.oemingest.core.io.ByteSource;
import io.oemingest.samples.TestInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ingest verify} on what is no package, on folders and in each mode. */
class VerifyKindsTest {
    private static final Path SAMPLES = Path.of(System.getProperty("oemingest.samples", "none"));
    private static final String OEM = ": verified, signed by CN=Test Input OEM Signer (TEST ONLY),OU=Emulator another,"
            + "O=OEM Ingestion Emulator (TEST ONLY), EKUs 1.3.6.1.4.1.311.76.5.40\n";

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
    void provesLooseCatalogsAndWhatLiesInFolders(@TempDir Path parts) throws IOException {
        Path catalog = Files.write(parts.resolve("a.cat"), member(spkg, "content.cat"));
        Path deep =
                Files.copy(spkg, Files.createDirectory(parts.resolve("deep")).resolve("b.spkg"));
        Files.writeString(parts.resolve("readme.txt"), "nobody signs this");

        assertThat(Run.of("verify", "--trust", input.roots(), parts))
                .isEqualTo(new Run(0, catalog + OEM + deep + OEM, ""));
    }

    @Test
    void tellsThePartsOfAPackage() throws IOException {
        Run run = Run.of("verify", "--parts", "--trust", input.roots(), spkg);

        assertThat(run.out()).startsWith(spkg + OEM + "  catalog" + OEM.replace(" verified,", ""));
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void refusesToTakeAFileForSignedThatNobodySigns(@TempDir Path other) throws IOException {
        Path text = Files.writeString(other.resolve("readme.txt"), "nobody signs this");

        assertThat(Run.of("verify", "--trust", input.roots(), text))
                .isEqualTo(new Run(
                        3,
                        "",
                        "ingest: readme.txt: is of no kind that carries a signature\n"
                                + "  The file is damaged or of another kind: build it or fetch it again.\n"));
    }

    @Test
    void believesNoRootForTestsAsRealRetail() {
        Run run = Run.of("verify", "--mode", "real-retail", "--trust", input.roots(), spkg);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("ingest: A root for tests vouches for no real retail signature: 'CN=Test Input");
        assertThat(Run.of("verify", "--mode", "retail", "--trust", input.roots(), spkg)
                        .err())
                .startsWith("Invalid value for option '--mode': 'retail' is none of emulated-retail, test-input, "
                        + "real-retail\n");
    }

    @Test
    void provesARealRetailPackageBelowTheAuthoritiesItCarries(@TempDir Path other) throws Exception {
        Path file = SAMPLES.resolve("spkg-retail-oem/nokia.executable_oemservicehost.generic.spkg");
        assumeTrue(Files.exists(file), () -> file + ": skipped, no such sample");
        Path roots = Files.writeString(other.resolve("roots.pem"), authorities(file));

        Run retail = Run.of("verify", "--mode", "real-retail", "--parts", "--trust", roots, file);
        Run emulated = Run.of("verify", "--mode", "emulated-retail", "--trust", roots, file);

        String microsoft = ",OU=MOPR,O=Microsoft Corporation,L=Redmond,ST=Washington,C=US, EKUs ";
        String oem = ": signed by CN=Windows Phone OEM" + microsoft
                + "1.3.6.1.4.1.311.10.3.5+1.3.6.1.4.1.311.76.5.40, time stamp 2014-04-07T15:";
        assertThat(retail.out())
                .isEqualTo(file + ": verified, signed by CN=Microsoft Corporation" + microsoft
                        + "1.3.6.1.4.1.311.76.8.1, time stamp 2014-04-07T16:05:50.492Z\n  catalog" + oem
                        + "54:46.364Z\n  2_OEMServ.exe" + oem + "47:38.837Z\n");
        assertThat(retail.err()).isEmpty();
        assertThat(retail.exitCode()).isZero();
        assertThat(emulated.err()).startsWith("ingest: refused (WEAK_DIGEST): ");
        assertThat(emulated.exitCode()).isEqualTo(1);
    }

    /** Each certificate of an authority that stands anywhere in the file or its catalog, as PEM. */
    private static String authorities(Path file) throws Exception {
        StringBuilder pem = new StringBuilder();
        for (byte[] bytes : new byte[][] {Files.readAllBytes(file), member(file, "content.cat")}) {
            for (int at = 0; at + 4 < bytes.length; at++) {
                if (bytes[at] == 0x30 && bytes[at + 1] == (byte) 0x82 && bytes[at + 4] == 0x30) {
                    pem.append(authority(ByteSource.of("all", bytes).slice("one", at, bytes.length - at)));
                }
            }
        }
        return pem.toString();
    }

    private static String authority(ByteSource from) throws IOException {
        try (InputStream in = from.stream()) {
            X509Certificate certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            return certificate.getBasicConstraints() < 0
                    ? ""
                    : "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                            + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateException e) {
            return ""; // something else that begins like a certificate
        }
    }

    private static byte[] member(Path file, String name) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            Cabinet cabinet = Cabinet.read(source, FormatLimits.defaults());
            CabinetMember member = cabinet.find(name);
            assertThat(member).as(name).isNotNull();
            return cabinet.readAll(member, 1 << 20);
        }
    }
}
