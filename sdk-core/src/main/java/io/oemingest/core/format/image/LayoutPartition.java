package io.oemingest.core.format.image;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One partition of a {@link DeviceLayout}.
 *
 * @param name at most 36 UTF-16 characters
 * @param type as written: a GUID in braces, or an MBR number such as {@code 0x0C}
 * @param id a fixed partition GUID, null if one is made on imaging
 * @param fileSystem null for a partition without
 * @param primaryPartition the partition that this one backs up
 * @param byteAlignment where it begins; 0 leaves it to the layout
 * @param clusterSize in bytes; 0 leaves it to the file system
 */
public record LayoutPartition(
        String name,
        String type,
        @Nullable String id,
        @Nullable FileSystem fileSystem,
        UpdateType updateType,
        @Nullable String primaryPartition,
        Sectors sectors,
        long byteAlignment,
        long clusterSize,
        Set<Flag> flags) {

    /** How a partition is formatted. */
    public enum FileSystem {
        NTFS,
        FAT,
        FAT32
    }

    /** When a partition may change. */
    public enum UpdateType {
        NEVER("Never"),
        MANUFACTURE("Manufacture"),
        NORMAL("Normal"),
        CRITICAL("Critical");

        private final String text;

        UpdateType(String text) {
            this.text = text;
        }

        /** The spelling of the document. */
        public String text() {
            return text;
        }
    }

    /**
     * Sizes in sectors, each null if absent.
     *
     * @param minFree room to keep free behind the content
     * @param generatedFileOverhead room for files that the device makes
     */
    public record Sectors(
            @Nullable Long total,
            @Nullable Long minFree,
            @Nullable Long generatedFileOverhead) {}

    /** Properties that a partition has or has not. */
    public enum Flag {
        BOOTABLE("Bootable"),
        READ_ONLY("ReadOnly"),
        HIDDEN("Hidden"),
        ATTACH_DRIVE_LETTER("AttachDriveLetter"),
        USE_ALL_SPACE("UseAllSpace"),
        REQUIRES_COMPRESSION("RequiresCompression"),
        COMPRESSED("Compressed"),
        REQUIRED_TO_FLASH("RequiredToFlash"),
        SINGLE_SECTOR_ALIGNMENT("SingleSectorAlignment"),
        /** In later documents only. */
        PREPARE_FVE_METADATA("PrepareFveMetadata");

        private final String element;

        Flag(String element) {
            this.element = element;
        }

        /** Name of the element. */
        public String element() {
            return element;
        }
    }

    public LayoutPartition {
        flags = Set.copyOf(flags);
    }

    public boolean has(Flag flag) {
        return flags.contains(flag);
    }
}
