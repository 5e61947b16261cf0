package io.oemingest.core.model;

import org.jspecify.annotations.Nullable;

/** How a package describes itself: {@code man.dsm.xml} or {@code update.mum}. */
public enum PackageStyle {
    SPKG("SPKG"),
    CBS("CBS");

    private final String text;

    PackageStyle(String text) {
        this.text = text;
    }

    /** The spelling of the original vocabulary. */
    public String text() {
        return text;
    }

    /** The constant spelled so, ignoring case, or null for an unknown or absent text. */
    public static @Nullable PackageStyle parseOrNull(@Nullable String text) {
        for (PackageStyle value : values()) {
            if (value.text.equalsIgnoreCase(text)) {
                return value;
            }
        }
        return null;
    }
}
