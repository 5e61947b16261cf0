package io.oemingest.core.validation;

import org.jspecify.annotations.Nullable;

/** How much a finding weighs; ordered, the heaviest first. */
public enum Severity {
    /** The submission is refused. */
    BLOCK("Block"),
    /** The submission goes on, somebody should look. */
    WARN("Warn"),
    /** Worth knowing. */
    INFO("Info");

    private final String text;

    Severity(String text) {
        this.text = text;
    }

    /** The spelling in reports. */
    public String text() {
        return text;
    }

    /** The constant spelled so, ignoring case, or null for an unknown or absent text. */
    public static @Nullable Severity parseOrNull(@Nullable String text) {
        for (Severity value : values()) {
            if (value.text.equalsIgnoreCase(text)) {
                return value;
            }
        }
        return null;
    }
}
