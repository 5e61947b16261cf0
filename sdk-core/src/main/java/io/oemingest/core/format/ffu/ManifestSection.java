package io.oemingest.core.format.ffu;

import io.oemingest.core.format.MalformedFileException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One section of a manifest while it is read: its keys in their order, and where it begins. */
final class ManifestSection {
    private final ManifestText text;
    private final String name;
    private final int line;
    private final Map<String, String> values = new LinkedHashMap<>();

    ManifestSection(ManifestText text, String name, int line) {
        this.text = text;
        this.name = name;
        this.line = line;
    }

    String name() {
        return name;
    }

    Map<String, String> values() {
        return values;
    }

    /** Adds a key of the given line. */
    void put(String key, String value, int at) throws MalformedFileException {
        if (values.putIfAbsent(key, value) != null) {
            throw text.malformed(at, "repeats the key " + key + " of [" + name + "]");
        }
    }

    @Nullable
    String get(String key) {
        return values.get(key);
    }

    String require(String key) throws MalformedFileException {
        String value = values.get(key);
        if (value == null || value.isEmpty()) {
            throw malformed("has no " + key);
        }
        return value;
    }

    /** A number that is not negative, or {@code missing} if the key is not there. */
    long number(String key, long missing) throws MalformedFileException {
        String value = values.get(key);
        if (value == null) {
            return missing;
        }
        if (value.isEmpty() || value.length() > 18 || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw malformed("has " + key + " '" + value + "', which is no number");
        }
        return Long.parseLong(value);
    }

    /** True or false in any case, false if the key is not there. */
    boolean flag(String key) throws MalformedFileException {
        String value = values.getOrDefault(key, "false").toLowerCase(Locale.ROOT);
        if (!value.equals("true") && !value.equals("false")) {
            throw malformed("has " + key + " '" + values.get(key) + "', which is neither True nor False");
        }
        return value.equals("true");
    }

    /** Refuses the section as a whole. */
    MalformedFileException malformed(String problem) {
        return text.malformed(line, "[" + name + "] " + problem);
    }
}
