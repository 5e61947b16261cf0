package io.oemingest.core.signing;

import io.oemingest.core.format.Location;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.signing.CertificatePaths.Anchors;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Paths of certificates that were found valid, since the parts of a package and the packages of a build come with the
 * same certificates. Known is only what was asked in the very same way before: signer, all other certificates byte for
 * byte, roots and moment. Refusals are never kept. Safe for threads.
 */
final class KnownPaths {
    private static final int MOST = 64;

    private final Map<Question, List<X509Certificate>> valid = new ConcurrentHashMap<>();

    /** The same as {@link CertificatePaths#verify}. */
    List<X509Certificate> verify(X509Certificate signer, List<X509Certificate> pool, Anchors anchors, Location where)
            throws VerificationException {
        Question question = new Question(digest(signer, pool), anchors);
        List<X509Certificate> known = valid.get(question);
        if (known != null) {
            return known;
        }
        List<X509Certificate> path = List.copyOf(CertificatePaths.verify(signer, pool, anchors, where));
        if (valid.size() < MOST) {
            valid.put(question, path);
        }
        return path;
    }

    // Each certificate tells its own length. Hostile messages may carry many, which are not worth keeping.
    private static Digest digest(X509Certificate signer, List<X509Certificate> pool) {
        MessageDigest digest = DigestAlgorithm.SHA256.newMessageDigest();
        digest.update(SignerChecks.encoded(signer));
        pool.forEach(certificate -> digest.update(SignerChecks.encoded(certificate)));
        return Digest.of(DigestAlgorithm.SHA256, digest.digest());
    }

    /** Everything that the answer depends on. */
    private record Question(Digest certificates, Anchors anchors) {}
}
