package io.oemingest.core.format.pkg;

import org.jspecify.annotations.Nullable;

/**
 * Something in which a readable package differs from what the package tools would have built. A fact, not a judgement:
 * the package can still be taken apart.
 *
 * @param part the device path or member concerned, null if it is the package as a whole
 * @param text a clause that says what is wrong, without the part
 */
public record PackageProblem(Kind kind, @Nullable String part, String text) {
    /** Which of the builder's rules is broken. */
    public enum Kind {
        /** Owner, component, owner type, release type or partition is absent. */
        MISSING_VALUE,
        /** Owner type, release type, file type or file attribute is outside its closed set. */
        UNKNOWN_VALUE,
        /** Build type or processor type is absent or outside its closed set. */
        BUILD_OR_CPU_TYPE,
        /** A part of the name, a partition, platform, grouping key, target group or build string is too long or has wrong characters. */
        NAME_FORM,
        /** The package has both a culture and a resolution, or one that is none. */
        CULTURE_OR_RESOLUTION,
        /** A device path is too long, not rooted, or has an empty, {@code .} or {@code ..} part. */
        DEVICE_PATH,
        /** Two files have one device path. */
        DUPLICATE_DEVICE_PATH,
        /** A regular file lies in a folder that is the installer's. */
        RESERVED_FOLDER,
        /** The package has registry values, and its partition has no registry. */
        REGISTRY_WITHOUT_HIVE,
        /** A package that fills a partition has not exactly one object for it, or has other files too. */
        BINARY_PARTITION_CONTENT,
        /** A package that fills a partition is to be removed. */
        BINARY_PARTITION_REMOVAL,
        /** A production package of MainOS writes through a junction into another partition. */
        JUNCTION_PATH,
        /** The package of another owner than Microsoft targets UpdateOS. */
        FOREIGN_UPDATE_OS,
        /** Manifest or catalog are not installed under the package's name. */
        METADATA_PATH,
        /** The manifest's own size is not that of its text with all sizes of manifest and catalog as 0. */
        MANIFEST_SIZE,
        /** A removal package brings files. */
        REMOVAL_CONTENT,
        /** A CBS package has no component. */
        NO_COMPONENT
    }

    @Override
    public String toString() {
        return part == null ? text : part + ": " + text;
    }
}
