package io.oemingest.core.submission;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code submission.json}: one file, with the facts of the package if it is one.
 *
 * @param signAs id of the signing profile that the package is to get whatever its test signature says; an extension of
 *     this project, null in whatever the historic client could say
 */
public record ManifestFile(
        FileKind kind,
        FileFacts file,
        @Nullable PackageFacts packageFacts,
        @Nullable String signAs) {
    ManifestFile(FileKind kind, FileFacts file) {
        this(kind, file, null, null);
    }
}
