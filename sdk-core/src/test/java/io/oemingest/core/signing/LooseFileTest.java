package io.oemingest.core.signing;

import static io.oemingest.core.signing.TestPackages.LIMITS;
import static io.oemingest.core.signing.TestPackages.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.pe.PeImage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.signing.VerificationException.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PE files and catalogs that lie outside a package. */
class LooseFileTest {
    private static final SignatureVerifier VERIFIER = new SignatureVerifier(POLICY, LIMITS);
    /** CheckSum of the optional header; Authenticode leaves it out, since signing changes it. */
    private static final List<Integer> CHECKSUM =
            IntStream.range(0x98 + 64, 0x98 + 68).boxed().toList();

    @TempDir
    private Path folder;

    private byte[] image;
    private byte[] catalog;

    @BeforeEach
    void signedFiles() throws Exception {
        Path signed = new TestPackages(folder).signed();
        image = TestPackages.member(signed, "4_sample.dll");
        catalog = TestPackages.member(signed, "content.cat");
    }

    @Test
    void provesAPeFileAndACatalog() throws Exception {
        assertThat(ofPe(image)).isEqualTo("ACCEPTED");
        assertThat(ofCatalog(catalog)).isEqualTo("ACCEPTED");
    }

    @Test
    void refusesFilesThatNobodySigned() throws Exception {
        assertThat(ofPe(TestPackages.image(0))).isEqualTo("NOT_SIGNED: is not signed");
        assertThat(ofCatalog(new SecurityCatalogBuilder(TestPackages.TIME).unsignedCatalog("Contoso.A", List.of())))
                .isEqualTo("NOT_SIGNED: has 0 signers, not one");
    }

    @Test
    void everyChangedByteOfAPeFileIsRefusedButItsCheckSum() throws Exception {
        TreeSet<Integer> accepted = new TreeSet<>();
        for (int at = 0; at < image.length; at++) {
            image[at] ^= 0x11;
            if (ofPe(image).equals("ACCEPTED")) {
                accepted.add(at);
            }
            image[at] ^= 0x11;
        }
        assertThat(accepted).containsExactlyElementsOf(CHECKSUM);
    }

    @Test
    void everyChangedByteOfACatalogIsRefused() throws Exception {
        TreeSet<Integer> accepted = new TreeSet<>();
        for (int at = 0; at < catalog.length; at++) {
            catalog[at] ^= 0x11;
            if (ofCatalog(catalog).equals("ACCEPTED")) {
                accepted.add(at);
            }
            catalog[at] ^= 0x11;
        }
        assertThat(accepted).isEmpty();
    }

    @Test
    void refusesAListBySha1Alone() throws Exception {
        Digest digest = Digest.of(DigestAlgorithm.SHA1, new byte[20]);
        assertThat(ofCatalog(CatalogForgery.version1("0".repeat(40), digest)))
                .isEqualTo(Problem.WEAK_DIGEST + ": a version 1 catalog lists members by SHA-1 alone");
    }

    @Test
    void asksForAPlatformKeyOnTheListOfAHashTable() throws Exception {
        assertThat(ofCatalog(CatalogForgery.version1()))
                .isEqualTo("EKU_NOT_ALLOWED: the signer's usages are '1.3.6.1.4.1.311.76.5.40', an image's catalog "
                        + "needs '1.3.6.1.4.1.311.76.5.500' alone");
    }

    private static String ofPe(byte[] bytes) throws Exception {
        return Refusals.of(() -> VERIFIER.verifyPe(PeImage.read(ByteSource.of("a.dll", bytes), LIMITS)));
    }

    private static String ofCatalog(byte[] bytes) throws Exception {
        return Refusals.of(() -> VERIFIER.verifyCatalog(SecurityCatalog.read(ByteSource.of("a.cat", bytes), LIMITS)));
    }
}
