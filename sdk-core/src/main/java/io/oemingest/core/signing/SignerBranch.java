package io.oemingest.core.signing;

import io.oemingest.core.format.Location;
import io.oemingest.core.signing.VerificationException.Problem;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Platform keys and signers of packages come from authorities of their own, as the kit separates them. An authority that
 * names usages says itself which it is; one that names none, as the kit's, says FFU in its name.
 */
final class SignerBranch {
    private static final Pattern FFU = Pattern.compile("\\bFFU\\b");

    private SignerBranch() {}

    // 9. No signer of packages below the authority of platform keys.
    static void packages(List<X509Certificate> path, Location where) throws VerificationException {
        X509Certificate issuer = path.get(1);
        if (isOfImages(issuer, where)) {
            throw refusal(issuer, where, "vouches for platform keys, not for signers of packages");
        }
    }

    // 9. No platform key below any other authority.
    static void images(List<X509Certificate> path, Location where) throws VerificationException {
        X509Certificate issuer = path.get(1);
        if (!isOfImages(issuer, where)) {
            throw refusal(issuer, where, "does not vouch for platform keys");
        }
    }

    private static boolean isOfImages(X509Certificate authority, Location where) throws VerificationException {
        List<String> usages = SignerChecks.usages(authority, where);
        return (usages == null || usages.contains(SignerChecks.ANY_USAGE))
                ? FFU.matcher(authority.getSubjectX500Principal().getName()).find()
                : usages.contains(PhoneEku.PLATFORM_KEY.oid());
    }

    private static VerificationException refusal(X509Certificate authority, Location where, String what) {
        return new VerificationException(
                Problem.OTHER_BRANCH,
                where,
                "the authority '" + authority.getSubjectX500Principal().getName() + "' " + what);
    }
}
