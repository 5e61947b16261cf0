package io.oemingest.core.format.pkg;

import io.oemingest.core.io.Digest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
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
 * @param sourcePackage the package that the file was in before merging, absent if it was not merged
 * @param embeddedSigningCategory how the file was to be signed, absent if in no special way
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
        @Nullable String sourcePackage,
        @Nullable String embeddedSigningCategory,
        @Nullable Digest hash) {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Set<String> ATTRIBUTES = Set.of(
            "archive",
            "compressed",
            "device",
            "directory",
            "encrypted",
            "hidden",
            "normal",
            "notcontentindexed",
            "offline",
            "readonly",
            "reparsepoint",
            "sparsefile",
            "system",
            "temporary",
            "virtual");

    /** The type as one of the closed set, null if it is none. */
    public @Nullable FileType type() {
        return FileType.parseOrNull(fileType);
    }

    /** The names of {@link #attributes()}, in their order. */
    public List<String> attributeNames() {
        return attributes == null || attributes.isBlank() ? List.of() : List.of(BLANKS.split(attributes.strip()));
    }

    /** The attributes that the file systems of phones do not know. */
    List<String> unknownAttributes() {
        return attributeNames().stream()
                .filter(name -> !ATTRIBUTES.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** Whether this entry stands for the package's own manifest or catalog. */
    public boolean isMetadata() {
        return type() == FileType.MANIFEST || type() == FileType.CATALOG;
    }
}
