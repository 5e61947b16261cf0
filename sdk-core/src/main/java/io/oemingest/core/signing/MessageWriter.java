package io.oemingest.core.signing;

import io.oemingest.core.format.Location;
import io.oemingest.core.io.DigestAlgorithm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.jspecify.annotations.Nullable;

/**
 * Writes signed data with one signer and SHA-256. Not by Bouncy Castle's generator: it wraps the content in an OCTET
 * STRING and writes CMS version 3, while Authenticode is PKCS#7 1.5 with its own attributes.
 */
final class MessageWriter {
    private static final DigestAlgorithm DIGEST = DigestAlgorithm.SHA256;

    private MessageWriter() {}

    /** An Authenticode message around the DER of its content, whose outermost tag and length are not signed. */
    static byte[] code(String contentType, byte[] content, SigningIdentity signer) throws IOException {
        DerNode node = DerNode.parse(content, Location.ofFile("content to be signed"));
        DERSet attributes = new DERSet(new ASN1Encodable[] {
            attribute(Oids.CONTENT_TYPE, oid(contentType)),
            attribute(Oids.MESSAGE_DIGEST, new DEROctetString(digest(node.content()))),
            attribute(Oids.SPC_OPUS_INFO, new DERSequence()),
            attribute(Oids.SPC_STATEMENT_TYPE, new DERSequence(oid(Oids.SPC_INDIVIDUAL)))
        });
        return message(contentType, ASN1Primitive.fromByteArray(content), attributes, signer);
    }

    /** A message beside its content. */
    static byte[] detached(byte[] content, ASN1Encodable signingTime, SigningIdentity signer) {
        DERSet attributes = new DERSet(new ASN1Encodable[] {
            attribute(Oids.CONTENT_TYPE, oid(Oids.DATA)),
            attribute(Oids.MESSAGE_DIGEST, new DEROctetString(digest(content))),
            attribute(Oids.SIGNING_TIME, signingTime)
        });
        return message(Oids.DATA, null, attributes, signer);
    }

    /** A message that nobody has signed yet. */
    static byte[] unsigned(String contentType, ASN1Encodable content) {
        DERSequence data = sequence(
                new ASN1Integer(1),
                new DERSet(),
                sequence(oid(contentType), new DERTaggedObject(true, 0, content)),
                new DERSet());
        return encoded(sequence(oid(Oids.SIGNED_DATA), new DERTaggedObject(true, 0, data)));
    }

    private static byte[] message(
            String contentType, @Nullable ASN1Encodable content, DERSet attributes, SigningIdentity signer) {
        ASN1EncodableVector data = new ASN1EncodableVector();
        data.add(new ASN1Integer(1));
        data.add(new DERSet(sha256()));
        data.add(
                content == null
                        ? new DERSequence(oid(contentType))
                        : sequence(oid(contentType), new DERTaggedObject(true, 0, content)));
        data.add(certificates(signer));
        data.add(new DERSet(signerInfo(attributes, signer)));
        return encoded(sequence(oid(Oids.SIGNED_DATA), new DERTaggedObject(true, 0, new DERSequence(data))));
    }

    private static ASN1Encodable certificates(SigningIdentity signer) {
        ASN1EncodableVector certificates = new ASN1EncodableVector();
        for (X509Certificate certificate : signer.chain()) {
            certificates.add(primitive(SignerChecks.encoded(certificate)));
        }
        return new DERTaggedObject(false, 0, new DERSet(certificates));
    }

    private static DERSequence signerInfo(DERSet attributes, SigningIdentity signer) {
        X509Certificate certificate = signer.certificate();
        ASN1EncodableVector info = new ASN1EncodableVector();
        info.add(new ASN1Integer(1));
        info.add(sequence(
                primitive(certificate.getIssuerX500Principal().getEncoded()),
                new ASN1Integer(certificate.getSerialNumber())));
        info.add(sha256());
        info.add(new DERTaggedObject(false, 0, attributes));
        info.add(signatureAlgorithm(signer));
        info.add(new DEROctetString(sign(encoded(attributes), signer)));
        return new DERSequence(info);
    }

    private static DERSequence signatureAlgorithm(SigningIdentity signer) {
        return signer.key().getAlgorithm().equals("RSA")
                ? sequence(oid(Oids.RSA_ENCRYPTION), DERNull.INSTANCE)
                : new DERSequence(oid(Oids.ECDSA_SHA256));
    }

    private static byte[] sign(byte[] attributes, SigningIdentity signer) {
        try {
            Signature signature = Signature.getInstance(Signatures.name(DIGEST, signer.key()));
            signature.initSign(signer.key());
            signature.update(attributes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The signer's key cannot sign", e);
        }
    }

    private static byte[] digest(byte[] content) {
        return DIGEST.newMessageDigest().digest(content);
    }

    static ASN1ObjectIdentifier oid(String text) {
        return new ASN1ObjectIdentifier(text);
    }

    static DERSequence sha256() {
        return sequence(oid(Oids.SHA256), DERNull.INSTANCE);
    }

    static DERSequence attribute(String type, ASN1Encodable value) {
        return sequence(oid(type), new DERSet(value));
    }

    static DERSequence sequence(ASN1Encodable... elements) {
        return new DERSequence(elements);
    }

    static byte[] encoded(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException("Encoding in memory failed", e);
        }
    }

    private static ASN1Primitive primitive(byte[] der) {
        try {
            return ASN1Primitive.fromByteArray(der);
        } catch (IOException e) {
            throw new IllegalStateException("A certificate that was read cannot be read again", e);
        }
    }
}
