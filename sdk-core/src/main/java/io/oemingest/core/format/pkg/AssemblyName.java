package io.oemingest.core.format.pkg;

import io.oemingest.core.model.FirmwareVersion;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Name of an assembly of a CBS package, and the "keyform" under which its manifest and payload lie in the cabinet.
 *
 * @param language null for neutral
 */
record AssemblyName(
        String name,
        FirmwareVersion version,
        String architecture,
        String token,
        @Nullable String language) {
    /** The token of packages that were converted from the earlier style. */
    static final String DEFAULT_TOKEN = "628844477771337a";

    private static final int NAME_LIMIT = 40;
    private static final int NAME_KEPT = 19;
    private static final int LANGUAGE_LIMIT = 8;
    private static final int LANGUAGE_KEPT = 3;

    AssemblyName withName(String other) {
        return new AssemblyName(other, version, architecture, token, language);
    }

    String languageOrNeutral() {
        return language == null ? "neutral" : language;
    }

    /** {@code arch_name_token_version_language_hash}, all lower case, long parts shortened in the middle. */
    String keyform() {
        String culture = language == null ? "none" : shorten(language, LANGUAGE_LIMIT, LANGUAGE_KEPT);
        return String.join(
                        "_",
                        architecture,
                        shorten(name, NAME_LIMIT, NAME_KEPT),
                        token,
                        version.toString(),
                        culture,
                        hash())
                .toLowerCase(Locale.ROOT);
    }

    private static String shorten(String text, int limit, int kept) {
        return text.length() <= limit ? text : text.substring(0, kept) + ".." + text.substring(text.length() - kept);
    }

    private String hash() {
        long key = KeyformHash.combine(0, "name", name);
        if (language != null) {
            key = KeyformHash.combine(key, "culture", language);
        }
        key = KeyformHash.combine(key, "version", version.toString());
        key = KeyformHash.combine(key, "publicKeyToken", token);
        key = KeyformHash.combine(key, "processorArchitecture", architecture);
        key = KeyformHash.combine(key, "versionScope", "NonSxS");
        return "%016x".formatted(key);
    }
}
