package io.oemingest.core.model;

import org.jspecify.annotations.Nullable;

/** What is submitted for signing (rule INI-04). */
public enum SubmissionType {
    IMAGE("Image"),
    PARTIAL_IMAGE("PartialImage"),
    FFU_CATALOG("FfuCatalog");

    private final String text;

    SubmissionType(String text) {
        this.text = text;
    }

    /** The spelling of the original vocabulary. */
    public String text() {
        return text;
    }

    /** The constant spelled so, ignoring case, or null for an unknown or absent text. */
    public static @Nullable SubmissionType parseOrNull(@Nullable String text) {
        for (SubmissionType value : values()) {
            if (value.text.equalsIgnoreCase(text)) {
                return value;
            }
        }
        return null;
    }
}
