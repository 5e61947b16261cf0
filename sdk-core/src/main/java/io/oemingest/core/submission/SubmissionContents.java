package io.oemingest.core.submission;

import java.util.List;

/**
 * Everything that rules may know of a submission, read once and immutable.
 *
 * @param packages those that could be read, in the order of their paths
 * @param strays paths of files among the packages whose names are not those of packages
 * @param unreadable files that should have given facts and did not
 */
public record SubmissionContents(
        SubmissionKind kind,
        ImageDocuments documents,
        List<PackageFacts> packages,
        List<String> strays,
        List<UnreadableFile> unreadable) {
    public SubmissionContents {
        packages = List.copyOf(packages);
        strays = List.copyOf(strays);
        unreadable = List.copyOf(unreadable);
    }
}
