package io.oemingest.client;

import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.signing.VerificationException;
import io.oemingest.core.submission.SignedManifest;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Verifies a signed archive against the client's trust policy. */
final class ArchiveProof implements Retrieval.Proof {
    private final @Nullable TrustPolicy trust;

    ArchiveProof(@Nullable TrustPolicy trust) {
        this.trust = trust;
    }

    @Override
    public SignedManifest verify(Path archive, SubmissionTicket ticket) throws VerificationException, IOException {
        throw new UnsupportedOperationException(String.valueOf(trust));
    }
}
