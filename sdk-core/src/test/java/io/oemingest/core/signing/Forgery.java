package io.oemingest.core.signing;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.cabinet.CabinetSignatureArea;
import io.oemingest.core.format.pkg.CatalogSubject.Kind;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.signing.TestCertificate.Issued;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.jspecify.annotations.Nullable;

/** A message as nobody should write it; by default it is good, and each method spoils one thing. */
final class Forgery {
    private final Issued signer;
    private final List<X509Certificate> certificates;
    private final List<ASN1Encodable> signedAttributes = new ArrayList<>();
    private final List<Function<byte[], ASN1Encodable>> unsignedAttributes = new ArrayList<>();
    private String contentType = Oids.SPC_INDIRECT_DATA;
    private @Nullable String attestedType;
    private String digestOid = Oids.SHA256;
    private String digestName = "SHA-256";
    private KeyPair signingKeys;
    private boolean withAttributes = true;
    private int signers = 1;

    private Forgery(Issued signer) {
        this.signer = signer;
        this.signingKeys = signer.keys();
        this.certificates = new ArrayList<>(
                signer.chain().subList(0, Math.max(1, signer.chain().size() - 1)));
    }

    static Forgery by(Issued signer) {
        return new Forgery(signer);
    }

    Forgery contentType(String oid) {
        contentType = oid;
        return this;
    }

    /** Another type among the signed attributes than that of the content. */
    Forgery attestedType(String oid) {
        attestedType = oid;
        return this;
    }

    Forgery digest(String oid, String name) {
        digestOid = oid;
        digestName = name;
        return this;
    }

    Forgery withoutAttributes() {
        withAttributes = false;
        return this;
    }

    Forgery signers(int count) {
        signers = count;
        return this;
    }

    Forgery keys(KeyPair other) {
        signingKeys = other;
        return this;
    }

    Forgery withoutAuthority() {
        certificates.subList(1, certificates.size()).clear();
        return this;
    }

    Forgery alsoCertificates(List<X509Certificate> more) {
        certificates.addAll(more);
        return this;
    }

    Forgery signedAttribute(ASN1Encodable attribute) {
        signedAttributes.add(attribute);
        return this;
    }

    Forgery unsignedAttribute(String oid, Function<byte[], ASN1Encodable> valueOfSignature) {
        unsignedAttributes.add(signature -> MessageWriter.attribute(oid, valueOfSignature.apply(signature)));
        return this;
    }

    /** One attribute of several values. */
    Forgery unsignedAttributes(String oid, List<Function<byte[], ASN1Encodable>> valuesOfSignature) {
        unsignedAttributes.add(signature -> {
            ASN1EncodableVector values = new ASN1EncodableVector();
            for (Function<byte[], ASN1Encodable> value : valuesOfSignature) {
                values.add(value.apply(signature));
            }
            return MessageWriter.sequence(oid(oid), new DERSet(values));
        });
        return this;
    }

    /** The message around this content. */
    byte[] message(byte[] content) throws IOException {
        return MessageWriter.encoded(MessageWriter.sequence(
                oid(Oids.SIGNED_DATA), new DERTaggedObject(true, 0, signedData(ASN1Primitive.fromByteArray(content)))));
    }

    /** A cabinet with this signature, digested as the signature says. */
    Path cabinet(Path unsigned, Path target) throws IOException {
        return cabinet(unsigned, target, Kind.CABINET, DigestAlgorithm.SHA256);
    }

    Path cabinet(Path unsigned, Path target, Kind kind, DigestAlgorithm algorithm) throws IOException {
        try (ByteSource source = ByteSource.open(unsigned)) {
            Cabinet cabinet = Cabinet.read(source, TestPackages.LIMITS);
            byte[] content = IndirectDataWriter.forSignature(kind, cabinet.digest(algorithm));
            CabinetSignatureArea.write(cabinet, message(content), target);
        }
        return target;
    }

    private DERSequence signedData(ASN1Encodable content) throws IOException {
        ASN1EncodableVector bag = new ASN1EncodableVector();
        for (X509Certificate certificate : certificates) {
            bag.add(ASN1Primitive.fromByteArray(SignerChecks.encoded(certificate)));
        }
        ASN1EncodableVector infos = new ASN1EncodableVector();
        for (int i = 0; i < signers; i++) {
            infos.add(signerInfo(content));
        }
        return MessageWriter.sequence(
                new ASN1Integer(1),
                new DERSet(algorithm(digestOid)),
                MessageWriter.sequence(oid(contentType), new DERTaggedObject(true, 0, content)),
                new DERTaggedObject(false, 0, new DERSet(bag)),
                new DERSet(infos));
    }

    private DERSequence signerInfo(ASN1Encodable content) throws IOException {
        byte[] signedBytes = DerNode.parse(MessageWriter.encoded(content), Location.ofFile("x"))
                .content();
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(
                MessageWriter.attribute(Oids.CONTENT_TYPE, oid(attestedType == null ? contentType : attestedType)));
        attributes.add(MessageWriter.attribute(Oids.MESSAGE_DIGEST, new DEROctetString(hash(signedBytes))));
        signedAttributes.forEach(attributes::add);
        DERSet set = new DERSet(attributes);
        byte[] signature = sign(withAttributes ? MessageWriter.encoded(set) : signedBytes);
        ASN1EncodableVector info = new ASN1EncodableVector();
        info.add(new ASN1Integer(1));
        X509Certificate certificate = signer.certificate();
        info.add(MessageWriter.sequence(
                ASN1Primitive.fromByteArray(certificate.getIssuerX500Principal().getEncoded()),
                new ASN1Integer(certificate.getSerialNumber())));
        info.add(algorithm(digestOid));
        if (withAttributes) {
            info.add(new DERTaggedObject(false, 0, set));
        }
        boolean rsa = signingKeys.getPrivate().getAlgorithm().equals("RSA");
        info.add(algorithm(rsa ? Oids.RSA_ENCRYPTION : Oids.EC_PUBLIC_KEY));
        info.add(new DEROctetString(signature));
        ASN1EncodableVector unsigned = new ASN1EncodableVector();
        unsignedAttributes.forEach(attribute -> unsigned.add(attribute.apply(signature)));
        if (unsigned.size() > 0) {
            info.add(new DERTaggedObject(false, 1, new DERSet(unsigned)));
        }
        return new DERSequence(info);
    }

    private byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance(digestName).digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] sign(byte[] bytes) {
        try {
            String kind = signingKeys.getPrivate().getAlgorithm().equals("RSA") ? "RSA" : "ECDSA";
            Signature signature = Signature.getInstance(digestName.replace("-", "") + "with" + kind);
            signature.initSign(signingKeys.getPrivate());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static DERSequence algorithm(String oid) {
        return MessageWriter.sequence(oid(oid), DERNull.INSTANCE);
    }

    private static ASN1ObjectIdentifier oid(String text) {
        return new ASN1ObjectIdentifier(text);
    }
}
