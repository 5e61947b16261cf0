package io.oemingest.core.signing;

import io.oemingest.core.format.Location;
import io.oemingest.core.io.DigestAlgorithm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBMPString;
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
            attribute(Oids.SPC_OPUS_INFO, opusInfo(signer.programName())),
            attribute(Oids.SPC_STATEMENT_TYPE, new DERSequence(oid(Oids.SPC_INDIVIDUAL)))
        });
        DERSequence info =
                sequence(oid(contentType), new DERTaggedObject(true, 0, ASN1Primitive.fromByteArray(content)));
        return message(info, signer, SignerInfoWriter.stamped(attributes, signer));
    }

    private static DERSequence opusInfo(@Nullable String programName) {
        return programName == null
                ? new DERSequence()
                : new DERSequence(
                        new DERTaggedObject(true, 0, new DERTaggedObject(false, 0, new DERBMPString(programName))));
    }

    /** A message beside its content. */
    static byte[] detached(byte[] content, ASN1Encodable signingTime, SigningIdentity signer) {
        DERSet attributes = new DERSet(new ASN1Encodable[] {
            attribute(Oids.CONTENT_TYPE, oid(Oids.DATA)),
            attribute(Oids.MESSAGE_DIGEST, new DEROctetString(digest(content))),
            attribute(Oids.SIGNING_TIME, signingTime)
        });
        return message(new DERSequence(oid(Oids.DATA)), signer, SignerInfoWriter.plain(attributes, signer));
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

    private static byte[] message(DERSequence content, SigningIdentity signer, DERSequence signerInfo) {
        DERSequence data = sequence(
                new ASN1Integer(1), new DERSet(sha256()), content, certificates(signer), new DERSet(signerInfo));
        return encoded(sequence(oid(Oids.SIGNED_DATA), new DERTaggedObject(true, 0, data)));
    }

    private static ASN1Encodable certificates(SigningIdentity signer) {
        ASN1EncodableVector certificates = new ASN1EncodableVector();
        for (X509Certificate certificate : signer.chain()) {
            certificates.add(primitive(SignerChecks.encoded(certificate)));
        }
        return new DERTaggedObject(false, 0, new DERSet(certificates));
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

    static ASN1Primitive primitive(byte[] der) {
        try {
            return ASN1Primitive.fromByteArray(der);
        } catch (IOException e) {
            throw new IllegalStateException("What was read cannot be read again", e);
        }
    }
}
