package io.oemingest.core.model;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the code of a package was compiled; each kind has further spellings in build scripts and CBS manifests. */
public enum BuildType {
    RETAIL("Retail"),
    CHECKED("Checked"),
    DEBUG("Debug");

    private static final Map<String, BuildType> SPELLINGS = Map.of(
            "retail", RETAIL, "fre", RETAIL, "release", RETAIL, "checked", CHECKED, "chk", CHECKED, "debug", DEBUG,
            "dbg", DEBUG);

    private final String text;

    BuildType(String text) {
        this.text = text;
    }

    /** The spelling of {@code man.dsm.xml}. */
    public String text() {
        return text;
    }

    /** The constant of this or another of its spellings, ignoring case, or null for an unknown or absent text. */
    public static @Nullable BuildType parseOrNull(@Nullable String text) {
        return text == null ? null : SPELLINGS.get(text.toLowerCase(Locale.ROOT));
    }
}
