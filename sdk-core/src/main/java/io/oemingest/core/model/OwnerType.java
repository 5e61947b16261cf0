package io.oemingest.core.model;

import org.jspecify.annotations.Nullable;

/** Who owns a package (rule PKG-02). */
public enum OwnerType {
    MICROSOFT("Microsoft"),
    OEM("OEM"),
    SILICON_VENDOR("SiliconVendor"),
    MOBILE_OPERATOR("MobileOperator");

    private final String text;

    OwnerType(String text) {
        this.text = text;
    }

    /** The spelling of the original vocabulary. */
    public String text() {
        return text;
    }

    /** The constant spelled so, ignoring case, or null for an unknown or absent text. */
    public static @Nullable OwnerType parseOrNull(@Nullable String text) {
        for (OwnerType value : values()) {
            if (value.text.equalsIgnoreCase(text)) {
                return value;
            }
        }
        return null;
    }
}
