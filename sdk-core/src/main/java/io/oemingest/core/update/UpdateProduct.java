package io.oemingest.core.update;

import org.jspecify.annotations.Nullable;

/** The operating systems that have updates of their own (rule AKO-04); another set than that of submissions. */
public enum UpdateProduct {
    WINDOWS_PHONE_BLUE("WindowsPhoneBlue"),
    /** Windows 10. */
    WINDOWS_PHONE_THRESHOLD("WindowsPhoneThreshold"),
    WINDOWS_HOLOGRAPHIC_THRESHOLD("WindowsHolographicThreshold");

    private final String text;

    UpdateProduct(String text) {
        this.text = text;
    }

    /** The spelling of the original vocabulary. */
    public String text() {
        return text;
    }

    /** The constant spelled so, ignoring case, or null for an unknown or absent text. */
    public static @Nullable UpdateProduct parseOrNull(@Nullable String text) {
        for (UpdateProduct value : values()) {
            if (value.text.equalsIgnoreCase(text)) {
                return value;
            }
        }
        return null;
    }
}
