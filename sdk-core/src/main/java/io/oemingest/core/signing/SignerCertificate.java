package io.oemingest.core.signing;

import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.model.EkuCombination;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * What a signer's certificate says of itself; nothing here is verified.
 *
 * @param subject distinguished name in the form of RFC 2253
 * @param issuer distinguished name in the form of RFC 2253
 * @param serial serial number, lower-case hexadecimal
 * @param thumbprint SHA-1 of the certificate, lower-case hexadecimal, as certificate stores show it
 * @param notBefore first moment of validity
 * @param notAfter last moment of validity
 * @param ekuOids extended key usages in the certificate's order, code signing included
 */
public record SignerCertificate(
        String subject,
        String issuer,
        String serial,
        String thumbprint,
        Instant notBefore,
        Instant notAfter,
        List<String> ekuOids) {

    public SignerCertificate {
        ekuOids = List.copyOf(ekuOids);
        EkuCombination.of(ekuOids); // refuses identifiers that no value of ours can hold
    }

    /** Reads the facts of a certificate. @throws IllegalArgumentException if its extensions cannot be decoded */
    public static SignerCertificate of(X509Certificate certificate) {
        try {
            List<String> usages = certificate.getExtendedKeyUsage();
            return new SignerCertificate(
                    certificate.getSubjectX500Principal().getName(),
                    certificate.getIssuerX500Principal().getName(),
                    certificate.getSerialNumber().toString(16),
                    thumbprint(certificate.getEncoded()),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant(),
                    usages == null ? List.of() : usages);
        } catch (CertificateParsingException | CertificateEncodingException e) {
            throw new IllegalArgumentException("Not a readable certificate: " + e.getMessage(), e);
        }
    }

    /** The usages that tell phone signers apart. */
    public EkuCombination ekus() {
        return EkuCombination.of(ekuOids);
    }

    private static String thumbprint(byte[] encoded) {
        return Digest.of(
                        DigestAlgorithm.SHA1,
                        DigestAlgorithm.SHA1.newMessageDigest().digest(encoded))
                .hex();
    }
}
