package io.oemingest.core.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.signing.VerificationException.Problem;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FfuCatalogVerifierTest {
    private static final HashTableCatalogBuilder CATALOGS = new HashTableCatalogBuilder(TestIdentities.TIME);
    private static final Digest SHA1 = new Digest(DigestAlgorithm.SHA1, "0123456789abcdef0123456789abcdef01234567");

    @Test
    void acceptsWhatAPlatformKeySigned() throws Exception {
        CodeSignature signature = verify(signedBy(TestIdentities.platformKey()), TestIdentities.policy());
        assertThat(signature.ekus()).hasToString(PhoneEku.PLATFORM_KEY.oid());
    }

    @Test
    void refusesASignerOfPackages() throws IOException {
        VerificationException refused = refused(signedBy(TestIdentities.packageSigner()), TestIdentities.policy());
        assertThat(refused.problem()).isEqualTo(Problem.EKU_NOT_ALLOWED);
        assertThat(refused)
                .hasMessage("flash.cat (catalog): the signer's usages are '1.3.6.1.4.1.311.76.5.40', an image's catalog"
                        + " needs '1.3.6.1.4.1.311.76.5.500' alone");
    }

    @Test
    void refusesAPlatformKeyThatNobodyTrusts() throws IOException {
        assertThat(refused(signedBy(TestIdentities.platformKey()), TestIdentities.otherPolicy())
                        .problem())
                .isEqualTo(Problem.UNTRUSTED_CHAIN);
    }

    @Test
    void refusesACatalogWithoutSignature() throws IOException {
        assertThat(refused(CATALOGS.unsignedCatalog(SHA1), TestIdentities.policy())
                        .problem())
                .isEqualTo(Problem.NOT_SIGNED);
    }

    @Test
    void refusesTheCatalogOfAPackage() throws IOException {
        byte[] unsigned = new SecurityCatalogBuilder(TestIdentities.TIME).unsignedCatalog("Contoso.A", List.of());
        DerNode list = SecurityCatalog.read(ByteSource.of("a.cat", unsigned), FormatLimits.defaults())
                .list()
                .node();
        byte[] signed = MessageWriter.code(Oids.CTL, list.encoded(), TestIdentities.platformKey());
        assertThat(refused(signed, TestIdentities.policy()).problem()).isEqualTo(Problem.CATALOG_MALFORMED);
    }

    @Test
    void refusesASignatureOfACertificateWithBitsThatCountForNothing() throws IOException {
        byte[] catalog = signedBy(TestIdentities.platformKey());
        byte[] algorithm = HexFormat.of().parseHex("06082a8648ce3d04030203");
        int unusedBits = 1 + algorithm.length + indexOf(catalog, algorithm);
        assertThat(catalog[unusedBits]).isZero();
        catalog[unusedBits] = 1;

        assertThatThrownBy(() -> verify(catalog, TestIdentities.policy()))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageEndingWith(": has a signature value that is no whole number of bytes");
    }

    @Test
    void acceptsNoChangeOfAnyByte() throws IOException {
        byte[] good = signedBy(TestIdentities.platformKey());
        Map<Integer, Object> accepted = new TreeMap<>();
        for (int at = 0; at < good.length; at++) {
            byte[] changed = good.clone();
            changed[at] ^= 0x01;
            try {
                accepted.put(at, verify(changed, TestIdentities.policy()));
            } catch (VerificationException | MalformedFileException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        assertThat(accepted).isEmpty();
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        return IntStream.range(0, bytes.length - part.length)
                .filter(at -> Arrays.equals(bytes, at, at + part.length, part, 0, part.length))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] signedBy(SigningIdentity signer) throws IOException {
        return CATALOGS.sign(ByteSource.of("unsigned", CATALOGS.unsignedCatalog(SHA1)), signer);
    }

    private static CodeSignature verify(byte[] catalog, TrustPolicy policy) throws VerificationException, IOException {
        return new FfuCatalogVerifier(policy)
                .verify(SecurityCatalog.read(ByteSource.of("flash.cat", catalog), FormatLimits.defaults()));
    }

    private static VerificationException refused(byte[] catalog, TrustPolicy policy) {
        return catchThrowableOfType(VerificationException.class, () -> verify(catalog, policy));
    }
}
