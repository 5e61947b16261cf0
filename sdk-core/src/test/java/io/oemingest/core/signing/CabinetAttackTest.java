package io.oemingest.core.signing;

import static io.oemingest.core.signing.TestPackages.OEM_SIGNER;
import static io.oemingest.core.signing.TestPackages.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.cabinet.CabinetCompression;
import io.oemingest.core.format.cabinet.CabinetSignatureArea;
import io.oemingest.core.format.pkg.CatalogSubject.Kind;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.DigestAlgorithm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attacks on a signed cabinet and on the message that signs it, each refused for its own reason. */
class CabinetAttackTest {
    @TempDir
    private Path folder;

    private TestPackages packages;
    private Path unsigned;
    private Path signed;

    @BeforeEach
    void aSignedCabinet() throws Exception {
        packages = new TestPackages(folder);
        unsigned = packages.packed(CabinetCompression.STORED).unsigned();
        signed = Forgery.by(OEM_SIGNER).cabinet(unsigned, packages.fresh("signed.cab"));
    }

    @Test
    void acceptsWhatNobodyTouched() throws Exception {
        assertThat(Refusals.ofCabinet(signed, POLICY)).isEqualTo("ACCEPTED");
    }

    @Test
    void refusesAChangedPayloadByte() throws Exception {
        assertThat(changed(bytes -> flip(bytes, indexOf(bytes, "Hello, phone"))))
                .isEqualTo("CONTENT_DIGEST: the file was changed after signing");
    }

    @Test
    void refusesAChangedFileName() throws Exception {
        assertThat(changed(bytes -> flip(bytes, indexOf(bytes, "hello.txt"))))
                .isEqualTo("CONTENT_DIGEST: the file was changed after signing");
    }

    @Test
    void refusesChangedFlags() throws Exception {
        assertThat(changed(bytes -> put(bytes, 30, 0x14))).isEqualTo("MALFORMED: has unknown flags 0x14");
    }

    @Test
    void refusesTheSignatureOfAnotherCabinet() throws Exception {
        Path other = packages.unsigned(ByteSource.of("t", "Other".getBytes(StandardCharsets.UTF_8)));
        Path target = packages.fresh("transplant.cab");
        try (ByteSource from = ByteSource.open(signed);
                ByteSource to = ByteSource.open(other)) {
            ByteSource signature = Cabinet.read(from, TestPackages.LIMITS).signatureArea();
            CabinetSignatureArea.write(Cabinet.read(to, TestPackages.LIMITS), signature.readAll(1 << 20), target);
        }
        assertThat(Refusals.ofCabinet(target, POLICY)).isEqualTo("CONTENT_DIGEST: the file was changed after signing");
    }

    @Test
    void refusesAnUnsignedCabinet() throws Exception {
        assertThat(Refusals.ofCabinet(unsigned, POLICY)).isEqualTo("NOT_SIGNED: is not signed");
    }

    @Test
    void refusesAStrippedSignature() throws Exception {
        assertThat(changed(bytes -> {
                    int end = signatureOffset(bytes);
                    return Arrays.copyOf(put(put(bytes, 44, 0), 48, 0), end);
                }))
                .isEqualTo("NOT_SIGNED: is not signed");
    }

    @Test
    void refusesBytesBehindTheSignature() throws Exception {
        assertThat(changed(bytes -> Arrays.copyOf(bytes, bytes.length + 8)))
                .startsWith("MALFORMED: cabinet and signature end at ");
    }

    @Test
    void refusesAGapBeforeTheSignature() throws Exception {
        assertThat(changed(bytes -> {
                    byte[] longer = insert(bytes, signatureOffset(bytes), new byte[8]);
                    return put(longer, 44, signatureOffset(bytes) + 8);
                }))
                .startsWith("MALFORMED: puts the signature at ");
    }

    @Test
    void refusesBytesInsideTheDeclaredSignature() throws Exception {
        assertThat(changed(bytes -> {
                    byte[] longer = Arrays.copyOf(bytes, bytes.length + 8);
                    return put(longer, 48, bytes.length - signatureOffset(bytes) + 8);
                }))
                .matches("SIGNATURE_MALFORMED: has \\d+ bytes after its end");
    }

    @Test
    void refusesPaddingThatIsNotZero() throws Exception {
        byte[] message = Forgery.by(OEM_SIGNER).message(new byte[] {0x30, 0x00});
        byte[] padded = Arrays.copyOf(message, message.length + 1);
        padded[message.length] = 1;
        Path target = packages.fresh("padded.cab");
        try (ByteSource source = ByteSource.open(unsigned)) {
            CabinetSignatureArea.write(Cabinet.read(source, TestPackages.LIMITS), padded, target);
        }
        assertThat(Refusals.ofCabinet(target, POLICY)).startsWith("SIGNATURE_MALFORMED: has ");
    }

    @Test
    void refusesHeaderFieldsThatNoDigestCovers() throws Exception {
        assertThat(changed(bytes -> put(bytes, 4, 1))).isEqualTo("MALFORMED: has a reserved field that is not zero");
        assertThat(changed(bytes -> flip(bytes, 34)))
                .isEqualTo("MALFORMED: belongs to a set of several cabinets, which is not supported");
        assertThat(changed(bytes -> flip(bytes, 52))).isEqualTo("MALFORMED: must be zero behind the signature's size");
    }

    @Test
    void refusesAMessageWithoutSignedAttributes() throws Exception {
        assertThat(forged(Forgery.by(OEM_SIGNER).withoutAttributes()))
                .isEqualTo("SIGNED_ATTRIBUTES: the signature has no signed attributes");
    }

    @Test
    void refusesAMessageThatAttestsAnotherContentType() throws Exception {
        assertThat(forged(Forgery.by(OEM_SIGNER).attestedType(Oids.CTL)))
                .isEqualTo("SIGNED_ATTRIBUTES: the signed content type is another one");
    }

    @Test
    void refusesTheSignatureOfAnImage() throws Exception {
        Path target = packages.fresh("image.cab");
        Forgery.by(OEM_SIGNER).cabinet(unsigned, target, Kind.PE, DigestAlgorithm.SHA256);
        assertThat(Refusals.ofCabinet(target, POLICY))
                .isEqualTo("CONTENT_TYPE: the signature is for another kind of file, 1.3.6.1.4.1.311.2.1.15");
    }

    @Test
    void refusesTheSignatureOfACatalog() throws Exception {
        assertThat(forged(Forgery.by(OEM_SIGNER).contentType(Oids.CTL)))
                .isEqualTo("CONTENT_TYPE: the signature is for content of type 1.3.6.1.4.1.311.10.1, not "
                        + "1.3.6.1.4.1.311.2.1.4");
    }

    @Test
    void refusesTwoSigners() throws Exception {
        assertThat(forged(Forgery.by(OEM_SIGNER).signers(2))).isEqualTo("SIGNER_COUNT: has 2 signers, not one");
    }

    @Test
    void refusesAMessageThatNobodySigned() throws Exception {
        assertThat(forged(Forgery.by(OEM_SIGNER).signers(0))).isEqualTo("NOT_SIGNED: has 0 signers, not one");
    }

    @Test
    void refusesMd5AndSha1() throws Exception {
        assertThat(forged(Forgery.by(OEM_SIGNER).digest("1.3.14.3.2.26", "SHA-1")))
                .isEqualTo("WEAK_DIGEST: the signature uses the hash function SHA-1");
        Forgery md5 = Forgery.by(TestCertificate.signer(TestPackages.OEM)
                        .keys(TestKeys.rsa(2048))
                        .by(TestPackages.AUTHORITY))
                .digest("1.2.840.113549.2.5", "MD5");
        assertThat(forged(md5)).isEqualTo("WEAK_DIGEST: the signature uses the hash function 1.2.840.113549.2.5");
    }

    @Test
    void refusesASha1DigestInsideAGoodSignature() throws Exception {
        Path target = packages.fresh("sha1.cab");
        Forgery.by(OEM_SIGNER).cabinet(unsigned, target, Kind.CABINET, DigestAlgorithm.SHA1);
        assertThat(Refusals.ofCabinet(target, POLICY))
                .isEqualTo("WEAK_DIGEST: the content is digested with another function than the signature");
    }

    @Test
    void refusesASecondValueOfTheDigest() throws Exception {
        DERSequence second = new DERSequence(new ASN1Encodable[] {
            new ASN1ObjectIdentifier(Oids.MESSAGE_DIGEST), new DERSet(new DEROctetString(new byte[32]))
        });
        assertThat(forged(Forgery.by(OEM_SIGNER).signedAttribute(second)))
                .isEqualTo("SIGNATURE_MALFORMED: repeats the attribute 1.2.840.113549.1.9.4");
    }

    @Test
    void refusesAnUnknownUnsignedAttribute() throws Exception {
        assertThat(forged(Forgery.by(OEM_SIGNER).unsignedAttribute("1.2.3.4", signature -> DERNull.INSTANCE)))
                .isEqualTo("UNSIGNED_BYTES: has the unknown unsigned attribute 1.2.3.4");
    }

    @Test
    void aNestedSignatureDoesNotMendAWeakOne() throws Exception {
        Forgery good = Forgery.by(OEM_SIGNER);
        Forgery weak = Forgery.by(OEM_SIGNER)
                .digest("1.3.14.3.2.26", "SHA-1")
                .unsignedAttribute(Oids.SPC_NESTED_SIGNATURE, signature -> nested(good));
        assertThat(forged(weak)).isEqualTo("WEAK_DIGEST: the signature uses the hash function SHA-1");
    }

    @Test
    void aNestedSignatureIsShownAndDoesNotCount() throws Exception {
        Forgery stranger = Forgery.by(TestCertificate.signer(TestPackages.HAL).selfSigned());
        Path target = Forgery.by(OEM_SIGNER)
                .unsignedAttribute(Oids.SPC_NESTED_SIGNATURE, signature -> nested(stranger))
                .cabinet(unsigned, packages.fresh("nested.cab"));
        assertThat(Refusals.ofCabinet(target, POLICY)).isEqualTo("ACCEPTED");
        try (ByteSource source = ByteSource.open(target)) {
            CodeSignature facts =
                    CodeSignatures.ofCabinet(Cabinet.read(source, TestPackages.LIMITS), TestPackages.LIMITS);
            assertThat(facts.nested()).extracting(CodeSignature::ekus).containsExactly(TestPackages.HAL);
        }
    }

    @Test
    void refusesAKeyThatIsNotTheSigners() throws Exception {
        assertThat(forged(Forgery.by(OEM_SIGNER).keys(TestKeys.ec())))
                .isEqualTo("SIGNATURE_VALUE: the signature value is not by the signer's key");
    }

    private ASN1Encodable nested(Forgery forgery) {
        try (ByteSource source = ByteSource.open(unsigned)) {
            byte[] content = IndirectDataWriter.forSignature(
                    Kind.CABINET, Cabinet.read(source, TestPackages.LIMITS).digest(DigestAlgorithm.SHA256));
            return ASN1Primitive.fromByteArray(forgery.message(content));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String forged(Forgery forgery) throws Exception {
        return Refusals.ofCabinet(forgery.cabinet(unsigned, packages.fresh("forged.cab")), POLICY);
    }

    private String changed(UnaryOperator<byte[]> change) throws Exception {
        return Refusals.ofCabinet(packages.write("changed.cab", change.apply(Files.readAllBytes(signed))), POLICY);
    }

    private static int signatureOffset(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(44);
    }

    private static byte[] put(byte[] bytes, int at, int value) {
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
        return bytes;
    }

    private static byte[] flip(byte[] bytes, int at) {
        bytes[at] ^= 1;
        return bytes;
    }

    private static byte[] insert(byte[] bytes, int at, byte[] more) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(more, 0, longer, at, more.length);
        System.arraycopy(bytes, at, longer, at + more.length, bytes.length - at);
        return longer;
    }

    private static int indexOf(byte[] bytes, String text) {
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
        assertThat(at).as("place of '%s'", text).isNotNegative();
        return at;
    }
}
