package io.oemingest.core.submission;

import io.oemingest.core.model.SubmissionTicket;
import java.time.Instant;
import java.util.List;

/**
 * What {@code signed.json} says.
 *
 * @param environment TEST or PROD
 * @param ruleSet version of the rules that the service applied
 * @param files in the order of their paths
 */
public record SignedManifest(
        SubmissionTicket ticket, String environment, String ruleSet, Instant signedAt, List<SignedFile> files) {
    public SignedManifest {
        files = List.copyOf(files);
    }
}
