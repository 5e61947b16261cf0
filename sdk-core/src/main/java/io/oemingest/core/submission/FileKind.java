package io.oemingest.core.submission;

import org.jspecify.annotations.Nullable;

/** The parts of a submission archive besides its manifest. */
public enum FileKind {
    UPDATE_HISTORY("UpdateHistory"),
    OEM_INPUT("OemInput"),
    DEVICE_TARGETING("DeviceTargeting"),
    PACKAGE("Package"),
    /** An FFU image up to its payload. */
    FFU_HEAD("FfuHead"),
    VALIDATION_REPORT("ValidationReport");

    static final String MANIFEST = "submission.json";
    static final String UPDATE_HISTORY_PATH = "UpdateHistory.xml";
    static final String OEM_INPUT_PATH = "OEMInput.xml";
    static final String TARGETING_PATH = "PhoneMetadataDeviceTargetingInfo.xml";
    static final String FFU_HEAD_PATH = "ffu/head.bin";
    static final String REPORT_PATH = "validation-report.json";
    static final String PACKAGES = "packages/";

    private final String text;

    FileKind(String text) {
        this.text = text;
    }

    /** The spelling in {@code submission.json}. */
    public String text() {
        return text;
    }

    /** The constant spelled so, or null for an unknown or absent text. */
    public static @Nullable FileKind parseOrNull(@Nullable String text) {
        for (FileKind value : values()) {
            if (value.text.equals(text)) {
                return value;
            }
        }
        return null;
    }

    /** What lies at a path of an archive, or null for a path that has no meaning there. */
    static @Nullable FileKind ofPath(String path) {
        return switch (path) {
            case UPDATE_HISTORY_PATH -> UPDATE_HISTORY;
            case OEM_INPUT_PATH -> OEM_INPUT;
            case TARGETING_PATH -> DEVICE_TARGETING;
            case FFU_HEAD_PATH -> FFU_HEAD;
            case REPORT_PATH -> VALIDATION_REPORT;
            default -> isPackagePath(path) ? PACKAGE : null;
        };
    }

    /** Whether files of this kind are stored in an archive as they are, and read in place. */
    boolean isStored() {
        return this == PACKAGE || this == FFU_HEAD;
    }

    private static boolean isPackagePath(String path) {
        return path.startsWith(PACKAGES)
                && path.indexOf('/', PACKAGES.length()) < 0
                && PackageFileType.of(path) != PackageFileType.OTHER;
    }
}
