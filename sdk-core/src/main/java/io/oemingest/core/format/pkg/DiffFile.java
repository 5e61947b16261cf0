package io.oemingest.core.format.pkg;

import org.jspecify.annotations.Nullable;

/**
 * One file of a difference package.
 *
 * @param fileType as written; see {@link FileType}
 * @param cabPath the member that brings it, absent if the file is removed
 * @param diffType as written; see {@link #type()}
 */
public record DiffFile(
        String fileType, String devicePath, @Nullable String cabPath, String diffType) {

    /** What is done to the file, null if {@link #diffType()} is none of the closed set. */
    public @Nullable DiffType type() {
        return DiffType.parseOrNull(diffType);
    }
}
