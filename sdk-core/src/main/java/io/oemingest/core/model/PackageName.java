package io.oemingest.core.model;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a package without an extension. Two names are equal if they differ in case only, because the field spells
 * one package {@code X_Lang_pt-BR}, {@code X_LANG_pt-br} and {@code x_lang_pt-br}.
 *
 * @param text as it was written
 */
public record PackageName(String text) {
    private static final Pattern CULTURE = Pattern.compile("[a-zA-Z][a-zA-Z0-9_\\-]+");
    private static final Pattern RESOLUTION = Pattern.compile("[1-9][0-9]+[xX][1-9][0-9]+");
    private static final Pattern GUEST = Pattern.compile("[a-zA-Z0-9]+\\.[a-zA-Z0-9]+");
    private static final String LANGUAGE_MARK = "_lang_";
    private static final String RESOLUTION_MARK = "_res_";
    private static final String GUEST_MARK = "_wow_";
    // Behind an extension of its own, Windows Update appends the file's SHA-1 digest and the extension of a cabinet.
    private static final Pattern EXTENSION =
            Pattern.compile("(?i)(.+?)(?:\\.(?:spkg|spkr|spku|cab|cbsr))?(?:_[0-9a-f]{40}\\.cab)?");

    /** The name that a file's name gives; knows the extensions of packages, published names and CBS identities. */
    public static PackageName ofFile(String fileName) {
        int identity = fileName.indexOf('~');
        if (identity > 0) {
            return new PackageName(fileName.substring(0, identity));
        }
        Matcher parts = EXTENSION.matcher(fileName);
        return new PackageName(parts.matches() ? parts.group(1) : fileName);
    }

    /** The name without culture, resolution and guest. */
    public String base() {
        int guest = start(GUEST_MARK, GUEST, text.length());
        int culture = start(LANGUAGE_MARK, CULTURE, guest);
        return text.substring(0, Math.min(culture, start(RESOLUTION_MARK, RESOLUTION, guest)));
    }

    /** The language of a language package, as written. */
    public @Nullable String culture() {
        return behind(LANGUAGE_MARK, CULTURE, start(GUEST_MARK, GUEST, text.length()));
    }

    /** {@code WxH} of a resolution package. */
    public @Nullable String resolution() {
        return behind(RESOLUTION_MARK, RESOLUTION, start(GUEST_MARK, GUEST, text.length()));
    }

    /** {@code host.guest}, the processors of a package whose code runs as a guest. */
    public @Nullable String guest() {
        return behind(GUEST_MARK, GUEST, text.length());
    }

    /** The text in the form in which names are compared. */
    public String key() {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PackageName name && key().equals(name.key());
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    private @Nullable String behind(String mark, Pattern form, int end) {
        int start = start(mark, form, end);
        return start == end ? null : text.substring(start + mark.length(), end);
    }

    /** Where a suffix that reaches to {@code end} starts; {@code end} if there is none. */
    private int start(String mark, Pattern form, int end) {
        int start = key().lastIndexOf(mark, end - mark.length());
        boolean found = start > 0
                && form.matcher(text).region(start + mark.length(), end).matches();
        return found ? start : end;
    }
}
