package io.oemingest.core.signing;

import java.time.Instant;

/** CMS signatures (RFC 5652) that stand beside the signed bytes, as {@code openssl cms} reads and writes them. */
public final class DetachedSignature {
    private DetachedSignature() {}

    /** Signs with SHA-256 and the signed attributes content type, signing time and message digest; the answer is DER. */
    public static byte[] sign(byte[] content, SigningIdentity signer, Instant time) {
        return CmsDetached.sign(content, signer, time);
    }

    /**
     * Judges a signature over {@code content}. The signer's certificate must be for signing documents (RFC 9336), so
     * that no signer of packages can sign an archive's table of contents. A time stamp is never required.
     *
     * @return the facts of the signature
     * @throws VerificationException if the signature does not hold under the policy, whose usages are not looked at
     */
    public static CodeSignature verify(byte[] content, byte[] p7s, TrustPolicy policy) throws VerificationException {
        return CmsDetached.verify(content, p7s, policy);
    }
}
