package io.oemingest.core.signing;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;

/** Writes SignerInfo: who signed, the signed attributes, the signature over them, and a time stamp of the signature. */
final class SignerInfoWriter {
    private static final DigestAlgorithm DIGEST = DigestAlgorithm.SHA256;

    private SignerInfoWriter() {}

    /** One without time stamp. */
    static DERSequence plain(DERSet attributes, SigningIdentity signer) {
        return new DERSequence(signed(attributes, sign(attributes, signer), signer));
    }

    /** One with a time stamp if the signer has an authority for it. @throws IOException if that gives none of this signature */
    static DERSequence stamped(DERSet attributes, SigningIdentity signer) throws IOException {
        byte[] signature = sign(attributes, signer);
        ASN1EncodableVector info = signed(attributes, signature, signer);
        Timestamper authority = signer.timestamps();
        if (authority != null) {
            byte[] token = token(Digest.sha256(signature), authority);
            info.add(new DERTaggedObject(
                    false,
                    1,
                    new DERSet(MessageWriter.attribute(Oids.TIMESTAMP_TOKEN, MessageWriter.primitive(token)))));
        }
        return new DERSequence(info);
    }

    private static ASN1EncodableVector signed(DERSet attributes, byte[] signature, SigningIdentity signer) {
        X509Certificate certificate = signer.certificate();
        ASN1EncodableVector info = new ASN1EncodableVector();
        info.add(new ASN1Integer(1));
        info.add(MessageWriter.sequence(
                MessageWriter.primitive(certificate.getIssuerX500Principal().getEncoded()),
                new ASN1Integer(certificate.getSerialNumber())));
        info.add(MessageWriter.sha256());
        info.add(new DERTaggedObject(false, 0, attributes));
        info.add(signatureAlgorithm(signer));
        info.add(new DEROctetString(signature));
        return info;
    }

    private static DERSequence signatureAlgorithm(SigningIdentity signer) {
        return signer.key().getAlgorithm().equals("RSA")
                ? MessageWriter.sequence(MessageWriter.oid(Oids.RSA_ENCRYPTION), DERNull.INSTANCE)
                : new DERSequence(MessageWriter.oid(Oids.ECDSA_SHA256));
    }

    private static byte[] sign(DERSet attributes, SigningIdentity signer) {
        try {
            String algorithm = Signatures.name(DIGEST, signer.key());
            Provider provider = signer.provider();
            Signature signature =
                    provider == null ? Signature.getInstance(algorithm) : Signature.getInstance(algorithm, provider);
            signature.initSign(signer.key());
            signature.update(MessageWriter.encoded(attributes));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The signer's key cannot sign", e);
        }
    }

    private static byte[] token(Digest imprint, Timestamper authority) throws IOException {
        byte[] token = authority.token(imprint);
        Location where = Location.ofFile("time-stamp token");
        try {
            TimestampToken read = TimestampToken.of(SignedMessage.of(DerNode.parse(token, where), where));
            if (read.digestOid().equals(Oids.SHA256)
                    && Arrays.equals(read.imprint().content(), imprint.bytes())) {
                return token;
            }
        } catch (MalformedFileException e) {
            throw new IOException("The time-stamp authority gave no time-stamp token", e);
        }
        throw new IOException("The time-stamp authority gave a time stamp of something else");
    }
}
