package io.oemingest.client;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.signing.VerificationException;
import io.oemingest.core.submission.ExpectedSubmission;
import io.oemingest.core.submission.SignedArchive;
import io.oemingest.core.submission.SignedArchiveVerifier;
import io.oemingest.core.submission.SignedManifest;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Verifies a signed archive against the client's trust policy. */
final class ArchiveProof implements Retrieval.Proof {
    private final @Nullable SignedArchiveVerifier verifier;

    ArchiveProof(@Nullable TrustPolicy trust, ProgressListener progress) {
        this.verifier = trust == null ? null : new SignedArchiveVerifier(trust, FormatLimits.defaults(), progress);
    }

    @Override
    public void requireReady() {
        verifier();
    }

    @Override
    public SignedManifest verify(Path archive, ExpectedSubmission expected) throws VerificationException, IOException {
        try (SignedArchive opened = SignedArchive.open(archive, FormatLimits.defaults())) {
            return verifier().verify(opened, expected).manifest();
        }
    }

    private SignedArchiveVerifier verifier() {
        if (verifier == null) {
            throw new IllegalStateException("The client was made without a trust policy, so nothing that it retrieves"
                    + " can be verified: call trust(…) on its builder");
        }
        return verifier;
    }
}
