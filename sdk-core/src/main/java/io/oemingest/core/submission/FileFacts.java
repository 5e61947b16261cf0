package io.oemingest.core.submission;

import io.oemingest.core.io.Digest;

/**
 * A file of a submission as it was read.
 *
 * @param path name inside the archive, with forward slashes
 * @param size in bytes
 */
public record FileFacts(String path, long size, Digest sha256) {
    /** Whether these are the facts of this content. */
    boolean isOf(byte[] content) {
        return content.length == size && Digest.sha256(content).equals(sha256);
    }
}
