package io.oemingest.core.signing;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.signing.VerificationException.Problem;

/**
 * Judges the signature of an FFU image's catalog: by a platform key below a root of the policy, over the list of the one
 * hash table. SHA-1 counts in one place, the entry of that list, because flashers look for nothing else. Immutable, safe
 * for threads.
 */
public final class FfuCatalogVerifier {
    private final MessageVerifier messages;

    public FfuCatalogVerifier(TrustPolicy policy) {
        this(new MessageVerifier(policy));
    }

    FfuCatalogVerifier(MessageVerifier messages) {
        this.messages = messages;
    }

    /** Verifies a catalog; that it belongs to an image is for the image to say. @throws VerificationException with the first problem */
    public CodeSignature verify(SecurityCatalog catalog) throws VerificationException {
        SignedMessage message = catalog.message();
        if (catalog.signature() == null) {
            throw MessageCheck.refusal(message, Problem.NOT_SIGNED, "is not signed");
        }
        messages.verifyPlatformKey(message);
        requireOneHashTable(catalog, message.where());
        try {
            return ContentVerifier.facts(message);
        } catch (MalformedFileException e) {
            throw new VerificationException(Problem.SIGNATURE_MALFORMED, e.location(), e.problem(), e);
        }
    }

    private static void requireOneHashTable(SecurityCatalog catalog, Location where) throws VerificationException {
        if (!catalog.isOfHashTable()) {
            throw new VerificationException(
                    Problem.CATALOG_MALFORMED, where, "is not a list of version 1 of the hash table alone");
        }
        DigestAlgorithm named = catalog.members().get(0).digest().algorithm();
        if (named != DigestAlgorithm.SHA1) {
            throw new VerificationException(
                    Problem.CATALOG_MALFORMED,
                    where,
                    "names the hash table by " + named.jcaName() + ", flashers look for SHA-1 alone");
        }
    }
}
