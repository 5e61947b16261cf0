package io.oemingest.core.model;

import org.jspecify.annotations.Nullable;

/** Whether a package may go into a retail image (rules PKG-03, PKG-04). */
public enum ReleaseType {
    TEST("Test"),
    PRODUCTION("Production");

    private final String text;

    ReleaseType(String text) {
        this.text = text;
    }

    /** The spelling of the original vocabulary. */
    public String text() {
        return text;
    }

    /** The constant spelled so, ignoring case, or null for an unknown or absent text. */
    public static @Nullable ReleaseType parseOrNull(@Nullable String text) {
        for (ReleaseType value : values()) {
            if (value.text.equalsIgnoreCase(text)) {
                return value;
            }
        }
        return null;
    }
}
