package io.oemingest.core.signing;

import static io.oemingest.core.signing.TestCertificate.NOW;
import static io.oemingest.core.signing.TestPackages.OEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.cabinet.CabinetSignatureArea;
import io.oemingest.core.format.pkg.CatalogSubject.Kind;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.signing.TestCertificate.Issued;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cabinets signed twice: only a nested signature that would do alone makes up for SHA-1 outside. */
class RealRetailTest {
    private static final Issued ROOT =
            TestCertificate.named("Root").forSale().authority(3).selfSigned();
    private static final Issued SIGNER = TestCertificate.signer(OEM).forSale().by(ROOT);
    private static final Issued STRANGER = TestCertificate.signer(OEM).forSale().selfSigned();
    private static final TrustPolicy REAL = TrustPolicy.realRetail(List.of(ROOT.certificate()), NOW);
    private static final TrustPolicy EMULATED = TrustPolicy.emulatedRetail(List.of(ROOT.certificate()), NOW);
    private static final String NO_PATH =
            "UNTRUSTED_CHAIN: no path of certificates leads from 'CN=Signer' to a trusted root";
    private static final String OVER_SHA1 = "WEAK_DIGEST: the signature uses the hash function SHA-1";

    @TempDir
    private Path folder;

    private TestPackages packages;
    private Path unsigned;
    private Path other;

    @BeforeEach
    void unsignedCabinets() throws Exception {
        packages = new TestPackages(folder);
        unsigned = packages.unsigned();
        other = packages.unsigned(ByteSource.of("t", "Other".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void takesAGoodSignatureInsideOneOverSha1() throws Exception {
        // Nobody need trust the outer one: whoever made it proves nothing.
        assertThat(judged(sha1(STRANGER), nested(Forgery.by(SIGNER)))).isEqualTo("ACCEPTED");
    }

    @Test
    void takesASingleGoodSignature() throws Exception {
        Path file = Forgery.by(SIGNER).cabinet(unsigned, packages.fresh("single.cab"));
        assertThat(Refusals.ofCabinet(file, REAL)).isEqualTo("ACCEPTED");
    }

    @Test
    void noOtherModeLooksInside() throws Exception {
        Path file = cabinet(sha1(SIGNER), nested(Forgery.by(SIGNER)));
        assertThat(Refusals.ofCabinet(file, EMULATED)).isEqualTo(OVER_SHA1);
        assertThat(Refusals.ofCabinet(file, TrustPolicy.testInput(List.of(ROOT.certificate()))))
                .isEqualTo(OVER_SHA1);
    }

    @Test
    void refusesSha1Alone() throws Exception {
        assertThat(judged(sha1(SIGNER))).isEqualTo(OVER_SHA1);
        assertThat(judged(sha1(SIGNER), nested(sha1(SIGNER), DigestAlgorithm.SHA1)))
                .isEqualTo(OVER_SHA1);
    }

    @Test
    void refusesAGoodSignatureNestedTwiceAsDeep() throws Exception {
        Forgery middle =
                sha1(SIGNER).unsignedAttribute(Oids.SPC_NESTED_SIGNATURE, signature -> nested(Forgery.by(SIGNER)));
        assertThat(judged(sha1(SIGNER), nested(middle, DigestAlgorithm.SHA1))).isEqualTo(OVER_SHA1);
    }

    @Test
    void refusesMd5OutsideAGoodSignature() throws Exception {
        Issued rsa =
                TestCertificate.signer(OEM).forSale().keys(TestKeys.rsa(2048)).by(ROOT);
        assertThat(judged(Forgery.by(rsa).digest("1.2.840.113549.2.5", "MD5"), nested(Forgery.by(SIGNER))))
                .isEqualTo("WEAK_DIGEST: the signature uses the hash function 1.2.840.113549.2.5");
    }

    @Test
    void refusesTwoNestedSignatures() throws Exception {
        ASN1Encodable good = nested(Forgery.by(SIGNER));
        assertThat(judged(sha1(SIGNER), good, nested(Forgery.by(STRANGER))))
                .isEqualTo("SIGNER_COUNT: has 2 nested signatures, not one");
    }

    @Test
    void refusesANestedSignatureOfAnotherFile() throws Exception {
        assertThat(judged(sha1(SIGNER), nested(other, Forgery.by(SIGNER), DigestAlgorithm.SHA256)))
                .isEqualTo("CONTENT_DIGEST: the file was changed after signing");
    }

    @Test
    void refusesAnOuterSignatureOfAnotherFile() throws Exception {
        Forgery outer =
                sha1(SIGNER).unsignedAttribute(Oids.SPC_NESTED_SIGNATURE, signature -> nested(Forgery.by(SIGNER)));
        Path file = packages.fresh("outer.cab");
        outer.cabinet(other, file, Kind.CABINET, DigestAlgorithm.SHA1);
        assertThat(Refusals.ofCabinet(transplanted(file), REAL))
                .isEqualTo("CONTENT_DIGEST: the file was changed after signing");
    }

    @Test
    void refusesAnOuterSignatureThatDoesNotHold() throws Exception {
        assertThat(judged(sha1(SIGNER).keys(TestKeys.ec()), nested(Forgery.by(SIGNER))))
                .isEqualTo("SIGNATURE_VALUE: the signature value is not by the signer's key");
    }

    @Test
    void refusesANestedSignatureByAStranger() throws Exception {
        assertThat(judged(sha1(SIGNER), nested(Forgery.by(STRANGER)))).isEqualTo(NO_PATH);
    }

    @Test
    void aGoodNestedSignatureDoesNotMendAStrangersGoodOne() throws Exception {
        Path file = Forgery.by(STRANGER)
                .unsignedAttribute(Oids.SPC_NESTED_SIGNATURE, signature -> nested(Forgery.by(SIGNER)))
                .cabinet(unsigned, packages.fresh("stranger.cab"));
        assertThat(Refusals.ofCabinet(file, REAL)).isEqualTo(NO_PATH);
    }

    @Test
    void refusesAnybodyForTestsBelowARealRoot() throws Exception {
        Issued test = TestCertificate.signer(OEM).by(ROOT);
        assertThat(judged(sha1(SIGNER), nested(Forgery.by(test))))
                .isEqualTo("TEST_SIGNER: the certificate 'CN=Signer (TEST ONLY)' is for tests, not for real retail");
        Issued authority =
                TestCertificate.named("Testing CA").forSale().authority(0).by(ROOT);
        assertThat(judged(
                        sha1(SIGNER),
                        nested(Forgery.by(TestCertificate.signer(OEM).forSale().by(authority)))))
                .isEqualTo("TEST_SIGNER: the certificate 'CN=Signer' is for tests, not for real retail");
    }

    @Test
    void takesAnAuthorityOfTimeWhoseUsageIsAloneAndNotCritical() throws Exception {
        Instant earlier = NOW.minus(Duration.ofDays(2));
        Issued expired = TestCertificate.signer(OEM)
                .forSale()
                .valid(TestCertificate.START, NOW.minus(Duration.ofDays(1)))
                .by(ROOT);
        assertThat(stamped(expired, earlier, Oids.EKU_TIME_STAMPING)).isEqualTo("ACCEPTED");
        assertThat(stamped(expired, earlier, Oids.EKU_TIME_STAMPING, EkuCombination.CODE_SIGNING))
                .endsWith(": its signer is no time-stamp authority");
    }

    @Test
    void refusesAnAuthorityOfTimeThatSaysNoUsage() throws Exception {
        assertThat(stamped(SIGNER, NOW.minus(Duration.ofDays(2)))).endsWith(": its signer is no time-stamp authority");
    }

    private String stamped(Issued signer, Instant time, String... usages) throws Exception {
        Issued authority =
                TestCertificate.named("Time").forSale().ekus(List.of(usages)).by(ROOT);
        Path file = Forgery.by(signer)
                .unsignedAttribute(Oids.TIMESTAMP_TOKEN, signature -> token(authority, time, signature))
                .cabinet(unsigned, packages.fresh("stamped.cab"));
        return Refusals.ofCabinet(file, REAL);
    }

    /** A token by an authority that real generators refuse to sign with. */
    private static ASN1Encodable token(Issued authority, Instant time, byte[] signature) {
        try {
            Location where = Location.ofFile("token");
            DerNode good = DerNode.parse(MessageWriter.encoded(TestTsa.at(time).apply(signature)), where);
            byte[] content = Objects.requireNonNull(
                            SignedMessage.of(good, where).content())
                    .encoded();
            byte[] id = DigestAlgorithm.SHA256.newMessageDigest().digest(SignerChecks.encoded(authority.certificate()));
            ASN1Encodable named = new DERSequence(new DERSequence(new DERSequence(new DEROctetString(id))));
            return ASN1Primitive.fromByteArray(Forgery.by(authority)
                    .contentType(Oids.TST_INFO)
                    .signedAttribute(MessageWriter.attribute(Oids.SIGNING_CERTIFICATE_V2, named))
                    .message(content));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void neverAsksTheSystemsTrustStore() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("root", ROOT.certificate());
        Path file = folder.resolve("system.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "changeit".toCharArray());
        }
        Path signed = Forgery.by(SIGNER).cabinet(unsigned, packages.fresh("system.cab"));
        System.setProperty("javax.net.ssl.trustStore", file.toString());
        try {
            assertThat(Refusals.ofCabinet(signed, TrustPolicy.realRetail(List.of(), NOW)))
                    .isEqualTo(NO_PATH);
        } finally {
            System.clearProperty("javax.net.ssl.trustStore");
        }
    }

    @Test
    void believesNoRootForTests() {
        String message = "A root for tests vouches for no real retail signature: 'CN=Root (TEST ONLY)'";
        assertThatThrownBy(() -> TrustPolicy.realRetail(List.of(TestPackages.ROOT.certificate()), NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> REAL.withTimestamps(List.of(TestPackages.ROOT.certificate()), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static Forgery sha1(Issued signer) {
        return Forgery.by(signer).digest("1.3.14.3.2.26", "SHA-1");
    }

    private ASN1Encodable nested(Forgery forgery) {
        return nested(forgery, DigestAlgorithm.SHA256);
    }

    private ASN1Encodable nested(Forgery forgery, DigestAlgorithm algorithm) {
        return nested(unsigned, forgery, algorithm);
    }

    private static ASN1Encodable nested(Path file, Forgery forgery, DigestAlgorithm algorithm) {
        try (ByteSource source = ByteSource.open(file)) {
            Cabinet cabinet = Cabinet.read(source, TestPackages.LIMITS);
            byte[] content = IndirectDataWriter.forSignature(Kind.CABINET, cabinet.digest(algorithm));
            return ASN1Primitive.fromByteArray(forgery.message(content));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String judged(Forgery outer, ASN1Encodable... nested) throws Exception {
        return Refusals.ofCabinet(cabinet(outer, nested), REAL);
    }

    private Path cabinet(Forgery outer, ASN1Encodable... nested) throws Exception {
        if (nested.length > 0) {
            outer.unsignedAttributes(
                    Oids.SPC_NESTED_SIGNATURE,
                    Stream.of(nested)
                            .<Function<byte[], ASN1Encodable>>map(each -> signature -> each)
                            .toList());
        }
        Path target = packages.fresh("twice.cab");
        return outer.cabinet(unsigned, target, Kind.CABINET, DigestAlgorithm.SHA1);
    }

    /** The cabinet of this test with the signature of another one. */
    private Path transplanted(Path from) throws Exception {
        Path target = packages.fresh("transplanted.cab");
        try (ByteSource there = ByteSource.open(from);
                ByteSource here = ByteSource.open(unsigned)) {
            byte[] signature =
                    Cabinet.read(there, TestPackages.LIMITS).signatureArea().readAll(1 << 20);
            CabinetSignatureArea.write(Cabinet.read(here, TestPackages.LIMITS), signature, target);
        }
        return target;
    }
}
