package io.oemingest.core.submission;

import org.jspecify.annotations.Nullable;

/** The parts of a submission archive. */
public enum FileKind {
    UPDATE_HISTORY("UpdateHistory"),
    OEM_INPUT("OemInput"),
    PACKAGE("Package"),
    VALIDATION_REPORT("ValidationReport");

    private final String text;

    FileKind(String text) {
        this.text = text;
    }

    /** The spelling in {@code submission.json}. */
    public String text() {
        return text;
    }

    /** The constant spelled so, or null for an unknown or absent text. */
    public static @Nullable FileKind parseOrNull(@Nullable String text) {
        for (FileKind value : values()) {
            if (value.text.equals(text)) {
                return value;
            }
        }
        return null;
    }
}
