package io.oemingest.emulator.engine;

import io.oemingest.core.io.Digest;
import java.nio.file.Path;

/**
 * A signed archive, ready to be fetched.
 *
 * @param fileName {@code <OemId>.<ticket>.zip} (TKT-07)
 * @param file where it lies; it never changes
 * @param size in bytes
 */
public record SignedArchiveBlob(String fileName, Path file, long size, Digest sha256) {}
