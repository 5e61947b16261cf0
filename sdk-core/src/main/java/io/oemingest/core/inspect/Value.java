package io.oemingest.core.inspect;

import io.oemingest.core.io.Digest;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One value of an inspection.
 *
 * @param json for programs: text, a long, a boolean, or a list or map of these; null if only people are told
 * @param text for people
 */
record Value(@Nullable Object json, String text) {
    private static final long KIB = 1024;
    private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB"};

    /** The usual form of a value, null for one that is absent. */
    static @Nullable Value of(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof Boolean flag) {
            return new Value(flag, flag ? "yes" : "no");
        }
        if (value instanceof Number number) {
            return new Value(number.longValue(), number.toString());
        }
        if (value instanceof Collection<?> list) {
            List<String> texts = list.stream().map(Object::toString).toList();
            return new Value(texts, joined(texts));
        }
        String text = value instanceof Digest digest ? digest.hex() : value.toString();
        return text.isEmpty() ? null : new Value(text, text);
    }

    /** What people are told where programs find nothing. */
    static Value forPeople(String text) {
        return new Value(null, text);
    }

    /** A number of bytes. */
    static Value bytes(long count) {
        double size = count;
        int unit = -1;
        while (size >= KIB && unit + 1 < UNITS.length) {
            size /= KIB;
            unit++;
        }
        String rounded = unit < 0 ? "" : String.format(Locale.ROOT, " (%.1f %s)", size, UNITS[unit]);
        return new Value(count, count + " bytes" + rounded);
    }

    /** A number that people know by its hexadecimal digits, at least so many. */
    static Value hex(long number, int digits) {
        return new Value(number, String.format(Locale.ROOT, "0x%0" + digits + "x", number));
    }

    /** Pairs of names and texts. */
    static Value pairs(Map<String, String> pairs) {
        return new Value(
                pairs,
                joined(pairs.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .toList()));
    }

    boolean isEmpty() {
        return json instanceof Collection<?> list ? list.isEmpty() : json instanceof Map<?, ?> map && map.isEmpty();
    }

    boolean isNumber() {
        return json instanceof Long;
    }

    private static String joined(List<String> texts) {
        return texts.isEmpty() ? "none" : texts.stream().collect(Collectors.joining(", "));
    }
}
