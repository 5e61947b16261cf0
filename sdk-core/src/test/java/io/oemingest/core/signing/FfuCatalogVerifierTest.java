package io.oemingest.core.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.signing.TestCertificate.Issued;
import io.oemingest.core.signing.VerificationException.Problem;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FfuCatalogVerifierTest {
    private static final HashTableCatalogBuilder CATALOGS = new HashTableCatalogBuilder(TestIdentities.TIME);
    private static final Digest SHA1 = new Digest(DigestAlgorithm.SHA1, "0123456789abcdef0123456789abcdef01234567");

    private static final Issued OWN_ROOT =
            TestCertificate.named("Root").forSale().authority(3).selfSigned();
    private static final Issued OWN_KEY = TestCertificate.signer(EkuCombination.of(PhoneEku.PLATFORM_KEY.oid()))
            .forSale()
            .by(TestCertificate.named("FFU CA").forSale().authority(0).by(OWN_ROOT));

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
    void refusesAListOfMoreThanTheHashTable() throws Exception {
        byte[] two =
                ownSigned(CatalogForgery.version1List("HashTable.blob", SHA1).alsoAs("Other.blob"));
        assertThat(SecurityCatalog.read(ByteSource.of("two.cat", two), FormatLimits.defaults())
                        .members())
                .extracting(CatalogMember::digest)
                .containsExactly(SHA1, SHA1);
        assertThat(ofOwn(two, TrustMode.EMULATED_RETAIL))
                .isEqualTo("CATALOG_MALFORMED: is not a list of version 1 of the hash table alone");
    }

    @Test
    void refusesAHashTableThatIsNotNamedBySha1() throws Exception {
        byte[] other = ownSigned(CatalogForgery.version1List("HashTable.blob", Digest.sha256(new byte[1])));
        assertThat(ofOwn(other, TrustMode.EMULATED_RETAIL))
                .isEqualTo("CATALOG_MALFORMED: names the hash table by SHA-256, flashers look for SHA-1 alone");
    }

    @ParameterizedTest
    @EnumSource(TrustMode.class)
    void takesSha1InTheListAndNowhereElse(TrustMode mode) throws Exception {
        CatalogForgery list = CatalogForgery.version1List("HashTable.blob", SHA1);
        assertThat(ofOwn(ownSigned(list), mode)).isEqualTo("ACCEPTED");
        assertThat(ofOwn(list.signed(Forgery.by(OWN_KEY).digest("1.3.14.3.2.26", "SHA-1")), mode))
                .isEqualTo("WEAK_DIGEST: the signature uses the hash function SHA-1");
    }

    private static byte[] ownSigned(CatalogForgery list) throws IOException {
        return list.signed(Forgery.by(OWN_KEY));
    }

    private static String ofOwn(byte[] catalog, TrustMode mode) throws Exception {
        Set<X509Certificate> roots = Set.of(OWN_ROOT.certificate());
        TrustPolicy policy = new TrustPolicy(mode, roots, roots, null, TestIdentities.NOW, false);
        return Refusals.of(() -> verify(catalog, policy));
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
