package io.oemingest.core.internal.xml;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import java.util.regex.Pattern;

/** Numbers in documents, read exactly. */
public final class XmlNumbers {
    private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");

    private XmlNumbers() {}

    /** A size of up to 18 decimal digits; {@code what} names the element or attribute in the complaint. */
    public static long size(Location place, String what, String text) throws MalformedFileException {
        if (!DIGITS.matcher(text).matches()) {
            throw new MalformedFileException(place, what + " is not a size: '" + text + "'");
        }
        return Long.parseLong(text);
    }
}
