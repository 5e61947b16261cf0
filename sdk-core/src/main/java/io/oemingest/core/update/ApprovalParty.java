package io.oemingest.core.update;

import org.jspecify.annotations.Nullable;

/** Who has to approve before an update goes live (rule APR-02). */
public enum ApprovalParty {
    OEM("OEM"),
    MOBILE_OPERATOR("MobileOperator");

    private final String text;

    ApprovalParty(String text) {
        this.text = text;
    }

    /** The spelling on the wire. */
    public String text() {
        return text;
    }

    /** The constant spelled so, ignoring case, or null for an unknown or absent text. */
    public static @Nullable ApprovalParty parseOrNull(@Nullable String text) {
        for (ApprovalParty value : values()) {
            if (value.text.equalsIgnoreCase(text)) {
                return value;
            }
        }
        return null;
    }
}
