package io.oemingest.core.testing.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lies about one good file. */
public final class Lies {
    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "-1",
            "4294967295",
            "4294967296",
            "9223372036854775807",
            "9223372036854775808",
            "99999999999999999999",
            "1e3",
            "");

    private final String reader;
    private final byte[] good;
    private final List<Lie> lies = new ArrayList<>();

    private Lies(String reader, byte[] good) {
        this.reader = reader;
        this.good = good;
    }

    public static Lies about(String reader, byte[] good) {
        return new Lies(reader, good);
    }

    /**
     * A little-endian size, count or offset of 1, 2, 4 or 8 bytes: nothing, one, one less and one more than the truth, the
     * end of the file and one byte behind it, and the largest numbers with and without a sign.
     */
    public Lies field(String name, int offset, int width) {
        int bits = 8 * width;
        long truth = get(offset, width);
        Set<Long> values = new LinkedHashSet<>(List.of(
                0L,
                1L,
                truth - 1,
                truth + 1,
                (long) good.length,
                good.length + 1L,
                (1L << bits - 1) - 1,
                1L << bits - 1));
        values.addAll(List.of(-2L, -1L));
        Set<Long> kept = new LinkedHashSet<>();
        values.forEach(each -> kept.add(bits == Long.SIZE ? each : each & (1L << bits) - 1));
        kept.remove(truth);
        kept.forEach(
                each -> lies.add(new Lie(reader, name, "0x" + Long.toHexString(each), () -> set(offset, width, each))));
        return this;
    }

    /** A number in a text, which stands there once in the form {@code before#after} with a number in place of the {@code #}. */
    public Lies number(String name, String form) {
        String text = new String(good, UTF_8);
        String[] sides = form.split("#", 2);
        Matcher matcher = Pattern.compile(Pattern.quote(sides[0]) + "([0-9A-Za-z-]+)" + Pattern.quote(sides[1]))
                .matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException(form + " is not in " + text);
        }
        String head = text.substring(0, matcher.start(1));
        String tail = text.substring(matcher.end(1));
        for (String value : NUMBERS) {
            lies.add(new Lie(reader, name, value, () -> (head + value + tail).getBytes(UTF_8)));
        }
        return this;
    }

    /** A file as a whole. */
    public Lies whole(String what, Lie.Source bytes) {
        lies.add(new Lie(reader, what, "", bytes));
        return this;
    }

    public List<Lie> all() {
        return lies;
    }

    private long get(int offset, int width) {
        long value = 0;
        for (int i = width - 1; i >= 0; i--) {
            value = value << 8 | good[offset + i] & 0xff;
        }
        return value;
    }

    private byte[] set(int offset, int width, long value) {
        byte[] eight = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
        byte[] bytes = good.clone();
        System.arraycopy(eight, 0, bytes, offset, width);
        return bytes;
    }
}
