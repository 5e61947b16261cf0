package io.oemingest.core.format.ffu;

import org.jspecify.annotations.Nullable;

/** The kinds of images, told apart by the versions in the first store header. */
public enum FfuVariant {
    /** One store, as in every phone image. */
    V1(1, 2),
    /** One store with packed blocks, as captured from a disk. */
    V1_COMPRESSED(1, 3),
    /** One store or several. */
    V2(2, 2);

    private final int major;
    private final int fullFlashMajor;

    FfuVariant(int major, int fullFlashMajor) {
        this.major = major;
        this.fullFlashMajor = fullFlashMajor;
    }

    int major() {
        return major;
    }

    int fullFlashMajor() {
        return fullFlashMajor;
    }

    static @Nullable FfuVariant of(int major, int fullFlashMajor) {
        for (FfuVariant variant : values()) {
            if (variant.major == major && variant.fullFlashMajor == fullFlashMajor) {
                return variant;
            }
        }
        return null;
    }
}
