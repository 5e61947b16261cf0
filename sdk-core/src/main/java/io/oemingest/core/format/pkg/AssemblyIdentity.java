package io.oemingest.core.format.pkg;

import io.oemingest.core.model.FirmwareVersion;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Identity of an assembly of a CBS package: of the package itself, or of one of its components.
 *
 * @param version {@link FirmwareVersion#ZERO} if none is given
 * @param architecture lower case, such as {@code arm}
 * @param token public key token, 16 hexadecimal digits
 * @param language null for neutral
 * @param versionScope {@code nonSxS} for components
 */
public record AssemblyIdentity(
        String name,
        FirmwareVersion version,
        @Nullable String architecture,
        @Nullable String token,
        @Nullable String language,
        @Nullable String type,
        @Nullable String versionScope) {
    /** The token of packages that were converted from the earlier style. */
    static final String DEFAULT_TOKEN = "628844477771337a";

    private static final int NAME_LIMIT = 40;
    private static final int NAME_KEPT = 19;
    private static final int LANGUAGE_LIMIT = 8;
    private static final int LANGUAGE_KEPT = 3;
    private static final int PARTS = 5;

    static AssemblyIdentity component(String name, FirmwareVersion version, String architecture, String token) {
        return new AssemblyIdentity(name, version, architecture, token, null, null, "nonSxS");
    }

    /** Reads {@code name~token~architecture~language~version}, null if a text is not of this form. */
    public static @Nullable AssemblyIdentity parseOrNull(String text) {
        String[] parts = text.split("~", PARTS);
        FirmwareVersion version = parts.length == PARTS ? FirmwareVersion.parseOrNull(parts[4]) : null;
        return version == null || parts[0].isEmpty()
                ? null
                : new AssemblyIdentity(
                        parts[0],
                        version,
                        emptyToNull(parts[2]),
                        emptyToNull(parts[1]),
                        emptyToNull(parts[3]),
                        null,
                        null);
    }

    AssemblyIdentity withName(String other) {
        return new AssemblyIdentity(other, version, architecture, token, language, type, versionScope);
    }

    AssemblyIdentity withLanguage(@Nullable String other) {
        return new AssemblyIdentity(name, version, architecture, token, other, type, versionScope);
    }

    String languageOrNeutral() {
        return language == null ? "neutral" : language;
    }

    /**
     * The name under which the manifest and the payload of a component lie in a cabinet and on a device:
     * {@code arch_name_token_version_language_hash}, all lower case, long parts shortened in the middle.
     */
    public String keyform() {
        String culture = language == null ? "none" : shorten(language, LANGUAGE_LIMIT, LANGUAGE_KEPT);
        return String.join(
                        "_",
                        orNone(architecture),
                        shorten(name, NAME_LIMIT, NAME_KEPT),
                        orNone(token),
                        version.toString(),
                        culture,
                        hash())
                .toLowerCase(Locale.ROOT);
    }

    /** {@code name~token~architecture~language~version}, as installed packages are called. */
    @Override
    public String toString() {
        return String.join("~", name, text(token), text(architecture), text(language), version.toString());
    }

    private static String shorten(String text, int limit, int kept) {
        return text.length() <= limit ? text : text.substring(0, kept) + ".." + text.substring(text.length() - kept);
    }

    private String hash() {
        long key = add(0, "name", name);
        key = add(key, "culture", language);
        key = add(key, "type", type);
        key = add(key, "version", version.toString());
        key = add(key, "publicKeyToken", token);
        key = add(key, "processorArchitecture", architecture);
        key = add(key, "versionScope", versionScope);
        return "%016x".formatted(key);
    }

    private static long add(long key, String attribute, @Nullable String value) {
        // An absent attribute and one that says "none" hash alike.
        return value == null || value.equalsIgnoreCase("none") ? key : KeyformHash.combine(key, attribute, value);
    }

    private static String orNone(@Nullable String text) {
        return Objects.requireNonNullElse(text, "none");
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
