package io.oemingest.core.internal.xml;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import java.util.regex.Pattern;

/** Numbers in documents, read exactly. */
public final class XmlNumbers {
    private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");

    private static final Pattern HEX = Pattern.compile("0[xX][0-9a-fA-F]{1,15}");

    private XmlNumbers() {}

    /** A size of up to 18 decimal digits; {@code what} names the element or attribute in the complaint. */
    public static long size(Location place, String what, String text) throws MalformedFileException {
        if (!DIGITS.matcher(text).matches()) {
            throw new MalformedFileException(place, what + " is not a size: '" + text + "'");
        }
        return Long.parseLong(text);
    }

    /** The value of up to 18 decimal digits, -1 if the text is something else. */
    static long decimal(String text) {
        return DIGITS.matcher(text).matches() ? Long.parseLong(text) : -1;
    }

    /** The value of up to 18 decimal or, behind {@code 0x}, 15 hexadecimal digits; -1 if the text is something else. */
    static long decimalOrHex(String text) {
        return HEX.matcher(text).matches() ? Long.parseLong(text, 2, text.length(), 16) : decimal(text);
    }
}
