package io.oemingest.client;

import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.submission.SignedManifest;
import java.nio.file.Path;

/**
 * A signed archive that was downloaded whole and passed verification (rule GET-08).
 *
 * @param file where it lies now
 * @param manifest what it holds and who signed each file
 */
public record RetrievedArchive(SubmissionTicket ticket, Path file, SignedManifest manifest) {}
