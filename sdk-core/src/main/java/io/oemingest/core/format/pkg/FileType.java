package io.oemingest.core.format.pkg;

import org.jspecify.annotations.Nullable;

/** What a file of a package is to the installer, in the words of {@code man.dsm.xml}. */
public enum FileType {
    REGULAR("Regular"),
    REGISTRY("Registry"),
    SECURITY_POLICY("SecurityPolicy"),
    RESERVED("Reserved"),
    BINARY_PARTITION("BinaryPartition"),
    MANIFEST("Manifest"),
    REGISTRY_MULTI_STRING_APPEND("RegistryMultiStringAppend"),
    CERTIFICATES("Certificates"),
    CATALOG("Catalog"),
    DIRECTORY_BACKUP_METADATA("DirectoryBackupMetadata"),
    FILE_BACKUP_METADATA("FileBackupMetadata");

    private final String text;

    FileType(String text) {
        this.text = text;
    }

    /** The spelling of the manifest. */
    public String text() {
        return text;
    }

    /** Whether the file holds registry values. */
    public boolean isRegistry() {
        return this == REGISTRY || this == REGISTRY_MULTI_STRING_APPEND;
    }

    /** The type of files at a device path: the folders of the installer have types of their own, all else is regular. */
    public static FileType ofDevicePath(String path) {
        if (isIn("RegistryFiles", ".reg", path)) {
            return REGISTRY;
        }
        if (isIn("RegistryFiles", ".rga", path)) {
            return REGISTRY_MULTI_STRING_APPEND;
        }
        if (isIn("PolicyFiles", ".policy.xml", path)) {
            return SECURITY_POLICY;
        }
        return isIn("Certificates", ".dat", path) ? CERTIFICATES : REGULAR;
    }

    private static boolean isIn(String folder, String ending, String path) {
        String start = "\\Windows\\Packages\\" + folder + "\\";
        return path.regionMatches(true, 0, start, 0, start.length())
                && path.regionMatches(true, path.length() - ending.length(), ending, 0, ending.length());
    }

    /** The constant spelled so, ignoring case, or null for an unknown text. */
    public static @Nullable FileType parseOrNull(String text) {
        for (FileType value : values()) {
            if (value.text.equalsIgnoreCase(text)) {
                return value;
            }
        }
        return null;
    }
}
