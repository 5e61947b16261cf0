package io.oemingest.core.model;

import org.jspecify.annotations.Nullable;

/** The product a submission is for; the first is the default (rules INI-06, INI-07). */
public enum ProductType {
    WINDOWS_PHONE_BLUE("WindowsPhoneBlue"),
    WINDOWS_PHONE_THRESHOLD("WindowsPhoneThreshold"),
    WINDOWS_IOT_CORE_THRESHOLD("WindowsIoTCoreThreshold");

    private final String text;

    ProductType(String text) {
        this.text = text;
    }

    /** The spelling of the original vocabulary. */
    public String text() {
        return text;
    }

    /** The constant spelled so, ignoring case, or null for an unknown or absent text. */
    public static @Nullable ProductType parseOrNull(@Nullable String text) {
        for (ProductType value : values()) {
            if (value.text.equalsIgnoreCase(text)) {
                return value;
            }
        }
        return null;
    }
}
