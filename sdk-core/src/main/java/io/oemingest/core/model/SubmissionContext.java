package io.oemingest.core.model;

import org.jspecify.annotations.Nullable;

/** Whether a partial submission travels with the history of the image it belongs to (rules INI-31, INI-32). */
public enum SubmissionContext {
    CONTEXTUAL("Contextual"),
    CONTEXT_FREE("ContextFree");

    private final String text;

    SubmissionContext(String text) {
        this.text = text;
    }

    /** The spelling of the original vocabulary. */
    public String text() {
        return text;
    }

    /** The constant spelled so, ignoring case, or null for an unknown or absent text. */
    public static @Nullable SubmissionContext parseOrNull(@Nullable String text) {
        for (SubmissionContext value : values()) {
            if (value.text.equalsIgnoreCase(text)) {
                return value;
            }
        }
        return null;
    }
}
