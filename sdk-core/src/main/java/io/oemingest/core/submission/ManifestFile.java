package io.oemingest.core.submission;

import org.jspecify.annotations.Nullable;

/** A row of {@code submission.json}: one file, with the facts of the package if it is one. */
public record ManifestFile(
        FileKind kind, FileFacts file, @Nullable PackageFacts packageFacts) {}
