package io.oemingest.core.submission;

import java.util.Locale;
import java.util.Map;

/** What the extension of a file says of it. */
public enum PackageFileType {
    /** {@code .spkg}. */
    SPKG,
    /** {@code .cab}, packages since Windows 10. */
    CAB,
    /** {@code .spkr} and {@code .cbsr}. */
    REMOVAL,
    /** Anything else, differential packages included. */
    OTHER;

    private static final Map<String, PackageFileType> BY_EXTENSION =
            Map.of("spkg", SPKG, "cab", CAB, "spkr", REMOVAL, "cbsr", REMOVAL);

    /** The type of a file of this name or path; case does not matter. */
    public static PackageFileType of(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return BY_EXTENSION.getOrDefault(extension, OTHER);
    }
}
