package io.oemingest.core.signing;

import io.oemingest.core.format.MalformedFileException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * One signer of a message, read and not verified.
 *
 * @param node the whole element
 * @param version 1 when the signer is named by issuer and serial number
 * @param issuer DER of the issuer's name
 * @param digestOid the hash function
 * @param signed the signed attributes, null if there are none
 * @param signatureOid the signature algorithm
 * @param signature node of the signature value
 * @param unsigned the unsigned attributes, null if there are none
 */
record SignerInfo(
        DerNode node,
        BigInteger version,
        DerNode issuer,
        BigInteger serial,
        String digestOid,
        @Nullable Attributes signed,
        String signatureOid,
        DerNode signature,
        @Nullable Attributes unsigned) {

    static SignerInfo of(DerNode node) throws MalformedFileException {
        DerFields fields = node.fields("SignerInfo");
        BigInteger version = fields.next("version").integer("version");
        DerFields sid = fields.next("issuerAndSerialNumber").fields("issuerAndSerialNumber");
        DerNode issuer = sid.next(DerNode.SEQUENCE, "issuer");
        BigInteger serial = sid.next("serialNumber").integer("serialNumber");
        sid.end();
        String digest = AlgorithmIds.oid(fields.next("digestAlgorithm"));
        DerNode signed = fields.optional(0xa0);
        String algorithm = AlgorithmIds.oid(fields.next("signatureAlgorithm"));
        DerNode signature = fields.next(DerNode.OCTET_STRING, "signature");
        DerNode unsigned = fields.optional(0xa1);
        fields.end();
        return new SignerInfo(
                node,
                version,
                issuer,
                serial,
                digest,
                signed == null ? null : Attributes.of(signed),
                algorithm,
                signature,
                unsigned == null ? null : Attributes.of(unsigned));
    }

    /** The signer's certificate among those of the message, or null. */
    @Nullable
    X509Certificate certificate(List<X509Certificate> certificates) {
        byte[] name = issuer.encoded();
        for (X509Certificate certificate : certificates) {
            X500Principal issuerOf = certificate.getIssuerX500Principal();
            if (certificate.getSerialNumber().equals(serial) && Arrays.equals(issuerOf.getEncoded(), name)) {
                return certificate;
            }
        }
        return null;
    }

    List<DerNode> unsignedValues(String oid) {
        return unsigned == null ? List.of() : unsigned.values(oid);
    }
}
