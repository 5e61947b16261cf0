package io.oemingest.core.signing;

import io.oemingest.core.format.Location;
import org.jspecify.annotations.Nullable;

/** Bytes are not what a trusted signer signed, or the signer may not sign them. */
public class VerificationException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final transient Location location;
    private final String detail;

    /** Refuses what is at {@code location}; {@code detail} is a sentence without the place. */
    public VerificationException(Problem problem, Location location, String detail) {
        this(problem, location, detail, null);
    }

    public VerificationException(Problem problem, Location location, String detail, @Nullable Throwable cause) {
        super(location + ": " + detail, cause);
        this.problem = problem;
        this.location = location;
        this.detail = detail;
    }

    /** The kind of refusal, for programs. */
    public Problem problem() {
        return problem;
    }

    public Location location() {
        return location;
    }

    /** Why, without the place. */
    public String detail() {
        return detail;
    }

    /** Why a verifier refuses. */
    public enum Problem {
        /** There is no signature where one must be. */
        NOT_SIGNED,
        /** A header field that no signature covers has an unexpected value, or bytes lie where no signature covers them. */
        UNSIGNED_BYTES,
        /** The signature is not the DER structure it must be. */
        SIGNATURE_MALFORMED,
        /** Not exactly one signer. */
        SIGNER_COUNT,
        /** The signature is for another kind of content. */
        CONTENT_TYPE,
        /** The signed attributes are missing, doubled or do not speak of the content. */
        SIGNED_ATTRIBUTES,
        /** MD5, SHA-1 or an unknown hash function. */
        WEAK_DIGEST,
        /** RSA below 2048 bits, an unknown curve or an unknown kind of key. */
        WEAK_KEY,
        /** The signature value does not fit the signer's key. */
        SIGNATURE_VALUE,
        /** The content was changed after signing. */
        CONTENT_DIGEST,
        /** The policy wants a time stamp and there is none. */
        TIMESTAMP_MISSING,
        /** The time stamp is broken, of something else, or by an authority that is not trusted. */
        TIMESTAMP,
        /** No path of valid certificates leads to a trusted root. */
        UNTRUSTED_CHAIN,
        /** A certificate is expired or not yet valid at the moment that counts. */
        OUTSIDE_VALIDITY,
        /** The signer's certificate is not for signing code, or is an authority's. */
        NOT_A_CODE_SIGNER,
        /** The signer's usages are not the ones the policy wants, or are unknown. */
        EKU_NOT_ALLOWED,
        /** An authority or the root may not vouch for the signer's usages. */
        EKU_NOT_NESTED,
        /** A platform key is not below the authority for platform keys, or a signer of packages is. */
        OTHER_BRANCH,
        /** A certificate for tests, where real retail signatures are asked for. */
        TEST_SIGNER,
        /** The catalog is not the structure it must be, or lists something twice. */
        CATALOG_MALFORMED,
        /** The catalog carries the name of another package. */
        CATALOG_OF_ANOTHER_PACKAGE,
        /** A file of the package is not in its catalog, or is not the file that the catalog lists. */
        MEMBER_NOT_IN_CATALOG,
        /** The catalog lists something that the package does not hold. */
        CATALOG_ENTRY_WITHOUT_MEMBER,
        /** A signed archive says of one of its files what is not so. */
        FILE_NOT_AS_LISTED,
        /** A signed archive answers another submission: another ticket, other packages or other inputs. */
        OTHER_SUBMISSION
    }
}
