package io.oemingest.core.submission;

import io.oemingest.core.io.Digest;

/**
 * A file of a submission as it was read.
 *
 * @param path name inside the archive, with forward slashes
 * @param size in bytes
 */
public record FileFacts(String path, long size, Digest sha256) {}
