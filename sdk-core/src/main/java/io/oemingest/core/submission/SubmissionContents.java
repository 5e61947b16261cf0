package io.oemingest.core.submission;

import java.util.List;

/**
 * Everything that rules may know of a submission, read once and immutable.
 *
 * @param packages in the order of their paths
 * @param unreadable files that should have given facts and did not
 */
public record SubmissionContents(SubmissionKind kind, List<PackageFacts> packages, List<UnreadableFile> unreadable) {
    public SubmissionContents {
        packages = List.copyOf(packages);
        unreadable = List.copyOf(unreadable);
    }
}
