package io.oemingest.core.model;

import org.jspecify.annotations.Nullable;

/** What installing a package does. */
public enum PackageType {
    /** Brings its full content. */
    CANONICAL("Canonical"),
    /** Removes an installed package. */
    REMOVAL("Removal"),
    /** Brings the difference from an earlier version. */
    DIFF("Diff");

    private final String text;

    PackageType(String text) {
        this.text = text;
    }

    /** The spelling of the original vocabulary. */
    public String text() {
        return text;
    }

    /** The constant spelled so, ignoring case, or null for an unknown or absent text. */
    public static @Nullable PackageType parseOrNull(@Nullable String text) {
        for (PackageType value : values()) {
            if (value.text.equalsIgnoreCase(text)) {
                return value;
            }
        }
        return null;
    }
}
