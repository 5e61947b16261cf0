package io.oemingest.emulator.engine;

import io.oemingest.core.io.Digest;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.submission.SubmissionKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was submitted, by whom; never changes.
 *
 * @param clientId the account that made the submission and alone may see it (AUT-06)
 * @param oemId its OEM id
 * @param archive SHA-256 of the submission archive
 * @param archiveSize its size in bytes
 * @param packageCount packages to be signed
 * @param resubmissionOf the failed submission that this one sends again
 */
public record SubmissionOrigin(
        UUID clientId,
        String oemId,
        Digest archive,
        long archiveSize,
        SubmissionKind kind,
        int packageCount,
        @Nullable SubmissionTicket resubmissionOf) {}
