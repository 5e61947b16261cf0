package io.oemingest.core.signing;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.signing.VerificationException.Problem;
import java.security.MessageDigest;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Judges the time-stamp token of a signature (RFC 3161 2.4.2, RFC 5816). */
final class TimestampCheck {
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";

    private TimestampCheck() {}

    /** The moment at which the authority saw the signature value. */
    static Instant verify(DerNode token, SignerInfo stamped, SignedMessage outer, TrustPolicy policy)
            throws VerificationException {
        try {
            TimestampToken stamp = TimestampToken.of(SignedMessage.of(token, outer.where()));
            verify(stamp, stamped, policy);
            return stamp.time();
        } catch (VerificationException e) {
            throw new VerificationException(
                    Problem.TIMESTAMP, outer.where(), "the time stamp does not hold: " + e.getMessage(), e);
        } catch (MalformedFileException e) {
            throw new VerificationException(
                    Problem.TIMESTAMP, outer.where(), "the time stamp is not readable: " + e.problem(), e);
        }
    }

    private static void verify(TimestampToken stamp, SignerInfo stamped, TrustPolicy policy)
            throws VerificationException, MalformedFileException {
        SignedMessage message = stamp.message();
        DigestAlgorithm algorithm = Oids.digest(stamp.digestOid());
        if (algorithm == null || algorithm == DigestAlgorithm.SHA1) {
            throw MessageCheck.refusal(message, Problem.WEAK_DIGEST, "it was made over a weak hash");
        }
        byte[] imprint = algorithm.newMessageDigest().digest(stamped.signature().content());
        if (!MessageDigest.isEqual(imprint, stamp.imprint().content())) {
            throw MessageCheck.refusal(message, Problem.CONTENT_DIGEST, "it is of another signature");
        }
        DerNode content = message.content();
        MessageCheck check =
                MessageCheck.verify(message, Oids.TST_INFO, content == null ? new byte[0] : content.content());
        checkAuthority(check.certificate(), message, policy);
        checkCertificateId(check, message);
        CertificatePaths.verify(
                check.certificate(),
                message.certificates(),
                new CertificatePaths.Anchors(policy.timestampRoots(), stamp.time()),
                message.where());
    }

    private static void checkAuthority(X509Certificate authority, SignedMessage message, TrustPolicy policy)
            throws VerificationException {
        try {
            List<String> usages = authority.getExtendedKeyUsage();
            Set<String> critical = authority.getCriticalExtensionOIDs();
            boolean alone = usages != null && usages.equals(List.of(Oids.EKU_TIME_STAMPING));
            // Microsoft's authorities of those years have this usage alone and do not call it critical.
            if (alone && (policy.isRealRetail() || (critical != null && critical.contains(EXTENDED_KEY_USAGE)))) {
                return;
            }
        } catch (CertificateParsingException e) {
            throw new VerificationException(
                    Problem.TIMESTAMP, message.where(), "its authority's certificate is not readable", e);
        }
        throw MessageCheck.refusal(message, Problem.TIMESTAMP, "its signer is no time-stamp authority");
    }

    /** The token names its authority's certificate by hash, so that it cannot be exchanged (RFC 2634, RFC 5035). */
    private static void checkCertificateId(MessageCheck check, SignedMessage message)
            throws VerificationException, MalformedFileException {
        Attributes signed = check.signer().signed();
        List<DerNode> v2 = signed == null ? List.of() : signed.values(Oids.SIGNING_CERTIFICATE_V2);
        List<DerNode> ids = v2.isEmpty() && signed != null ? signed.values(Oids.SIGNING_CERTIFICATE) : v2;
        if (ids.isEmpty()) {
            throw MessageCheck.refusal(message, Problem.TIMESTAMP, "it does not name its authority's certificate");
        }
        DerFields first = ids.get(0)
                .fields("SigningCertificate")
                .next(DerNode.SEQUENCE, "certs")
                .fields("certs")
                .next("ESSCertID")
                .fields("ESSCertID");
        DerNode named = first.optional(DerNode.SEQUENCE);
        DigestAlgorithm algorithm = v2.isEmpty()
                ? DigestAlgorithm.SHA1
                : named == null ? DigestAlgorithm.SHA256 : Oids.digest(AlgorithmIds.oid(named));
        byte[] hash = first.next(DerNode.OCTET_STRING, "certHash").content();
        byte[] encoded = SignerChecks.encoded(check.certificate());
        if (algorithm == null
                || !MessageDigest.isEqual(hash, algorithm.newMessageDigest().digest(encoded))) {
            throw MessageCheck.refusal(message, Problem.TIMESTAMP, "it names another authority's certificate");
        }
    }
}
