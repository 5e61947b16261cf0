package io.oemingest.core.format.pkg;

import io.oemingest.core.io.Digest;
import org.jspecify.annotations.Nullable;

/**
 * One file of a package, as its manifest declares it. Sizes are in bytes and are declarations: signing changes the real
 * size of the manifest, the catalog and PE files without touching them.
 *
 * @param fileType {@code Regular}, {@code Registry}, {@code Manifest}, {@code Catalog}, … as written; for CBS derived from the name
 * @param devicePath path on the target partition, may start with a {@code $(runtime.…)} macro in CBS packages
 * @param cabPath name of the member in the cabinet
 * @param attributes names separated by blanks, absent in CBS packages
 * @param size declared size
 * @param compressedSize size on a compressed disk, absent in some packages
 * @param stagedSize size in the staging area, absent in older packages
 * @param hash digest of the content, only in CBS packages
 */
public record PackageFile(
        String fileType,
        String devicePath,
        String cabPath,
        @Nullable String attributes,
        long size,
        @Nullable Long compressedSize,
        @Nullable Long stagedSize,
        @Nullable Digest hash) {

    /** Whether this entry stands for the package's own manifest or catalog. */
    public boolean isMetadata() {
        return fileType.equalsIgnoreCase("Manifest") || fileType.equalsIgnoreCase("Catalog");
    }
}
