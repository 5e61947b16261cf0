package io.oemingest.emulator.port;

import org.jspecify.annotations.Nullable;

/** What an account may do beyond what every account may (AUT-07). */
public enum Permission {
    /** Partial submissions at all (PAR-01). */
    PARTIAL_IMAGE("PartialImage"),
    /** Partial submissions with context (PAR-02). */
    INDIVIDUAL_PACKAGE("IndividualPackage"),
    /** Catalogs of images; this project's own, for nobody says who may submit them. */
    FFU_CATALOG("FfuCatalog");

    private final String text;

    Permission(String text) {
        this.text = text;
    }

    /** The spelling in refusals and in the account resource. */
    public String text() {
        return text;
    }

    /** The constant spelled so, ignoring case, or null for an unknown text. */
    public static @Nullable Permission parseOrNull(String text) {
        for (Permission value : values()) {
            if (value.text.equalsIgnoreCase(text)) {
                return value;
            }
        }
        return null;
    }
}
