package io.oemingest.core.submission;

import io.oemingest.core.model.PhoneOperatorPairing;
import java.util.List;

/**
 * What {@code submission.json} says.
 *
 * @param clientName program that wrote the archive
 * @param pairings phones and operators found in the packages
 * @param files every other entry, in the order of the paths
 */
public record SubmissionManifest(
        SubmissionKind kind,
        String clientName,
        String clientVersion,
        List<PhoneOperatorPairing> pairings,
        List<ManifestFile> files) {
    public SubmissionManifest {
        pairings = List.copyOf(pairings);
        files = List.copyOf(files);
    }
}
