package io.oemingest.core.signing;

import io.oemingest.core.format.Location;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.signing.VerificationException.Problem;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a certificate must say for its owner to sign code or documents; the JDK's path validation asks none of it. */
final class SignerChecks {
    static final String ANY_USAGE = "2.5.29.37.0";

    private SignerChecks() {}

    /** A signer of code: the usage itself, not "any usage", and a known combination that has what is required. */
    static void codeSigner(X509Certificate signer, @Nullable EkuCombination required, Location where)
            throws VerificationException {
        List<String> usages = endEntity(signer, EkuCombination.CODE_SIGNING, where);
        EkuCombination combination = EkuCombination.of(usages);
        for (String oid : combination.oids()) {
            boolean phone = PhoneEku.isOfPhones(oid);
            if (phone && (PhoneEku.parseOrNull(oid) == null || oid.equals(PhoneEku.PLATFORM_KEY.oid()))) {
                throw new VerificationException(
                        Problem.EKU_NOT_ALLOWED,
                        where,
                        "the signer has the usage " + oid + ", which no package allows");
            }
        }
        if (required != null && !combination.contains(required)) {
            throw new VerificationException(
                    Problem.EKU_NOT_ALLOWED,
                    where,
                    "the signer's usages are '" + combination + "', required are '" + required + "'");
        }
    }

    /** A signer of images: code signing and the platform key's usage, which no signer of packages has. */
    static void platformKey(X509Certificate signer, Location where) throws VerificationException {
        EkuCombination combination = EkuCombination.of(endEntity(signer, EkuCombination.CODE_SIGNING, where));
        if (!combination.equals(EkuCombination.of(PhoneEku.PLATFORM_KEY.oid()))) {
            throw new VerificationException(
                    Problem.EKU_NOT_ALLOWED,
                    where,
                    "the signer's usages are '" + combination + "', an image's catalog needs '"
                            + PhoneEku.PLATFORM_KEY.oid() + "' alone");
        }
    }

    static void documentSigner(X509Certificate signer, Location where) throws VerificationException {
        endEntity(signer, Oids.EKU_DOCUMENT_SIGNING, where);
    }

    /** Nobody on the path to a real root is for tests. */
    static void notForTests(List<X509Certificate> path, Location where) throws VerificationException {
        for (X509Certificate certificate : path) {
            if (TestNames.areOf(certificate)) {
                throw new VerificationException(
                        Problem.TEST_SIGNER,
                        where,
                        "the certificate '"
                                + certificate.getSubjectX500Principal().getName()
                                + "' is for tests, not for real retail");
            }
        }
    }

    private static List<String> endEntity(X509Certificate signer, String usage, Location where)
            throws VerificationException {
        List<String> usages = usages(signer, where);
        if (usages == null || !usages.contains(usage)) {
            throw new VerificationException(
                    Problem.NOT_A_CODE_SIGNER, where, "the signer's certificate has not the usage " + usage);
        }
        boolean[] keyUsage = signer.getKeyUsage();
        if (signer.getBasicConstraints() >= 0 || (keyUsage != null && !keyUsage[0])) {
            throw new VerificationException(
                    Problem.NOT_A_CODE_SIGNER, where, "the signer's certificate is not for signing content");
        }
        return usages;
    }

    /** An authority that names usages may only vouch for signers within them. */
    static void nested(List<X509Certificate> path, Location where) throws VerificationException {
        List<String> signer = usages(path.get(0), where);
        for (X509Certificate authority : path.subList(1, path.size())) {
            List<String> allowed = usages(authority, where);
            if (allowed != null && !allowed.contains(ANY_USAGE) && signer != null && !allowed.containsAll(signer)) {
                throw new VerificationException(
                        Problem.EKU_NOT_NESTED,
                        where,
                        "the authority '" + authority.getSubjectX500Principal().getName()
                                + "' may not vouch for all of the signer's usages");
            }
        }
    }

    static @Nullable List<String> usages(X509Certificate certificate, Location where) throws VerificationException {
        try {
            List<String> usages = certificate.getExtendedKeyUsage();
            if (usages != null) {
                EkuCombination.of(usages); // refuses identifiers that no value of ours can hold
            }
            return usages;
        } catch (CertificateParsingException | IllegalArgumentException e) {
            throw new VerificationException(
                    Problem.SIGNATURE_MALFORMED, where, "a certificate's usages are not readable", e);
        }
    }

    static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was read has no encoding", e);
        }
    }
}
