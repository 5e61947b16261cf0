package io.oemingest.core.update;

import org.jspecify.annotations.Nullable;

/** Who gets an update (rules RFU-05, AKO-02). A newer service may know more; those read as {@link #UNRECOGNIZED}. */
public enum UpdateType {
    /** Everybody who has such a phone, after preview and approval. */
    RETAIL_SERVICING("RetailServicing"),
    /** Phones of a trial; never live in production (rule RFU-23). */
    TRIAL("Trial"),
    /** The partner's own phones; for updates of the operating system alone, otherwise like a trial. */
    PARTNER_SELF_HOST("PartnerSelfHost"),
    UNRECOGNIZED("");

    private final String text;

    UpdateType(String text) {
        this.text = text;
    }

    /** The spelling of the original vocabulary; empty for UNRECOGNIZED. */
    public String text() {
        return text;
    }

    /** Whether such an update goes live in production at its end. */
    public boolean goesLive() {
        return this == RETAIL_SERVICING;
    }

    /** The constant spelled so, ignoring case, or null for an unknown, empty or absent text. */
    public static @Nullable UpdateType parseOrNull(@Nullable String text) {
        for (UpdateType value : values()) {
            if (value != UNRECOGNIZED && value.text.equalsIgnoreCase(text)) {
                return value;
            }
        }
        return null;
    }
}
