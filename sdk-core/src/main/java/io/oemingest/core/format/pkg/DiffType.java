package io.oemingest.core.format.pkg;

import org.jspecify.annotations.Nullable;

/** What a difference package does to one file. */
public enum DiffType {
    /** The manifest of the target version. */
    TARGET_DSM("TargetDSM"),
    /** Changes the installed file. */
    DELTA("Delta"),
    /** Brings the file whole. */
    CANONICAL("Canonical"),
    /** Removes the file. */
    REMOVE("Remove");

    private final String text;

    DiffType(String text) {
        this.text = text;
    }

    /** The spelling of {@code dman.ddsm.xml}. */
    public String text() {
        return text;
    }

    /** The constant spelled so, ignoring case, or null for an unknown text. */
    public static @Nullable DiffType parseOrNull(String text) {
        for (DiffType value : values()) {
            if (value.text.equalsIgnoreCase(text)) {
                return value;
            }
        }
        return null;
    }
}
