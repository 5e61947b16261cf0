package io.oemingest.core.signing;

import java.time.Instant;

/** Assembly and check of detached CMS signatures. */
@SuppressWarnings("DoNotCallSuggester")
final class CmsDetached {
    private CmsDetached() {}

    static byte[] sign(byte[] content, SigningIdentity signer, Instant time) {
        throw new UnsupportedOperationException();
    }

    static void verify(byte[] content, byte[] p7s, TrustPolicy policy) throws VerificationException {
        throw new UnsupportedOperationException();
    }
}
