package io.oemingest.core.signing;

import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.model.EkuCombination;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one signature as it stands in the file; nothing here is verified.
 *
 * @param signer the signer's certificate
 * @param digestAlgorithm what the signature was made over, null for one this SDK does not accept anywhere (MD5)
 * @param contentDigest the signed digest of a cabinet or PE file, null for a catalog or an archive's manifest
 * @param timestamp when a time-stamp authority says that the signature existed
 * @param legacyTimestamp whether that is the older protocol's counter-signature, which is shown and proves nothing
 * @param programName the description a publisher may add
 * @param moreInfo the address a publisher may add
 * @param nested further signatures inside this one, in the file's order
 */
public record CodeSignature(
        SignerCertificate signer,
        @Nullable DigestAlgorithm digestAlgorithm,
        @Nullable Digest contentDigest,
        @Nullable Instant timestamp,
        boolean legacyTimestamp,
        @Nullable String programName,
        @Nullable String moreInfo,
        List<CodeSignature> nested) {

    public CodeSignature {
        nested = List.copyOf(nested);
    }

    /** The phone usages of the signer. */
    public EkuCombination ekus() {
        return signer.ekus();
    }
}
