package io.oemingest.core.model;

import org.jspecify.annotations.Nullable;

/** How a signed image stands to the packaging requirements for retail images (rules RFU-11 to RFU-18, WSP-25). */
public enum WspcStatus {
    /** Submitted as a baseline, and compliant. */
    BASELINE("Baseline"),
    /** Compliant with the baselines before it, but none itself. */
    COMPLIANT("Compliant"),
    /** Not compliant, or not compared; signed all the same, and barred from retail servicing (rule WSP-06). */
    NON_COMPLIANT("NonCompliant"),
    /** Compliant with the static package sets of the time before baselines: a baseline without having been declared. */
    LEGACY_COMPLIANT("LegacyCompliant"),
    /** Of the time before baselines, and not compliant with its rules. */
    LEGACY_NON_COMPLIANT("LegacyNonCompliant");

    private final String text;

    WspcStatus(String text) {
        this.text = text;
    }

    /** The spelling on the wire. */
    public String text() {
        return text;
    }

    /** Whether later images are compared with it. */
    public boolean isBaseline() {
        return this == BASELINE || this == LEGACY_COMPLIANT;
    }

    /** The constant spelled so, or null for an unknown or absent text. */
    public static @Nullable WspcStatus parseOrNull(@Nullable String text) {
        for (WspcStatus value : values()) {
            if (value.text.equals(text)) {
                return value;
            }
        }
        return null;
    }
}
