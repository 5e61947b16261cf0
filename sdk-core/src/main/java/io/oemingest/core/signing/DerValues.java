package io.oemingest.core.signing;

import io.oemingest.core.format.MalformedFileException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The primitive values of DER that need more than a line. */
final class DerValues {
    private static final int MAX_OID_BYTES = 64;
    private static final Pattern TIME =
            Pattern.compile("(\\d{2}|\\d{4})(\\d{2})(\\d{2})(\\d{2})(\\d{2})(\\d{2})(?:\\.(\\d{1,9}))?Z");

    private DerValues() {}

    static String oid(DerNode node, String name) throws MalformedFileException {
        byte[] content = node.content();
        if (content.length == 0 || content.length > MAX_OID_BYTES || content[content.length - 1] < 0) {
            throw node.malformed(name + " is not an object identifier");
        }
        StringBuilder text = new StringBuilder();
        long arc = 0;
        for (byte b : content) {
            if ((arc == 0 && (b & 0xff) == 0x80) || arc >> 55 != 0) {
                throw node.malformed(name + " is not an object identifier");
            }
            arc = (arc << 7) | (b & 0x7f);
            if (b >= 0) {
                text.append(text.length() == 0 ? firstTwo(arc) : "." + arc);
                arc = 0;
            }
        }
        return text.toString();
    }

    private static String firstTwo(long arc) {
        long first = Math.min(2, arc / 40);
        return first + "." + (arc - 40 * first);
    }

    /** A UTCTime (years 1950 to 2049) or GeneralizedTime, both with seconds and Z as DER demands. */
    static Instant time(DerNode node, String name) throws MalformedFileException {
        boolean utc = node.is(DerNode.UTC_TIME);
        if (!utc) {
            node.expect(DerNode.GENERALIZED_TIME, name);
        }
        Matcher m = TIME.matcher(new String(node.content(), StandardCharsets.ISO_8859_1));
        if (!m.matches() || m.group(1).length() != (utc ? 2 : 4) || (utc && m.group(7) != null)) {
            throw node.malformed(name + " is not a time");
        }
        int year = Integer.parseInt(m.group(1));
        int century = utc ? (year < 50 ? 2000 : 1900) : 0;
        String fraction = m.group(7) == null ? "0" : (m.group(7) + "00000000").substring(0, 9);
        try {
            return LocalDateTime.of(
                            century + year, number(m, 2), number(m, 3), number(m, 4), number(m, 5), number(m, 6))
                    .withNano(Integer.parseInt(fraction))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new MalformedFileException(node.malformed("").location(), name + " is not a time", e);
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
