package io.oemingest.emulator.port;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an account may do beyond what every account may (AUT-07). */
public enum Permission {
    /** Partial submissions at all (PAR-01). */
    PARTIAL_IMAGE("PartialImage"),
    /** Partial submissions with context (PAR-02). */
    INDIVIDUAL_PACKAGE("IndividualPackage"),
    /** Catalogs of images; this project's own, for nobody says who may submit them. */
    FFU_CATALOG("FfuCatalog"),
    /** Signatures of Microsoft's own system; this project's own, and no OEM has it unless it is given. */
    MICROSOFT_SYSTEM("MicrosoftSystem");

    private final String text;

    Permission(String text) {
        this.text = text;
    }

    /** Everything that an OEM may be allowed without being anybody else. */
    public static Set<Permission> ofOems() {
        return EnumSet.complementOf(EnumSet.of(MICROSOFT_SYSTEM));
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
