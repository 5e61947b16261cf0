package io.oemingest.core.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Four unsigned 16-bit numbers, {@code major.minor.qfe.build}, compared from the left as numbers. */
public record FirmwareVersion(int major, int minor, int qfe, int build) implements Comparable<FirmwareVersion> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,10})\\.(\\d{1,10})\\.(\\d{1,10})\\.(\\d{1,10})");
    private static final int MAX_PART = 0xffff;

    /** The package generator's default, which means "no version". */
    public static final FirmwareVersion ZERO = new FirmwareVersion(0, 0, 0, 0);

    /** Takes the four parts. @throws IllegalArgumentException if a part is outside 0 to 65535 */
    public FirmwareVersion {
        if (((major | minor | qfe | build) & ~MAX_PART) != 0) {
            throw new IllegalArgumentException("Each part of a version is 0 to " + MAX_PART + ": " + major + "." + minor
                    + "." + qfe + "." + build);
        }
    }

    /** Reads the text form. @throws IllegalArgumentException if the text is not four numbers of 0 to 65535 with dots between */
    public static FirmwareVersion parse(String text) {
        FirmwareVersion version = parseOrNull(text);
        if (version == null) {
            throw new IllegalArgumentException("Not a version of four numbers 0 to " + MAX_PART + ": '" + text + "'");
        }
        return version;
    }

    /** The version, or null if the text is not one. Leading zeros carry no meaning. */
    public static @Nullable FirmwareVersion parseOrNull(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        int[] parts = new int[4];
        for (int i = 0; i < parts.length; i++) {
            long part = Long.parseLong(matcher.group(i + 1));
            if (part > MAX_PART) {
                return null;
            }
            parts[i] = (int) part;
        }
        return new FirmwareVersion(parts[0], parts[1], parts[2], parts[3]);
    }

    public boolean isZero() {
        return equals(ZERO);
    }

    @Override
    public int compareTo(FirmwareVersion other) {
        return Long.compare(asNumber(), other.asNumber());
    }

    private long asNumber() {
        // 4 x 16 bits use the sign bit; an offset keeps the order of unsigned numbers.
        return ((long) major << 48 | (long) minor << 32 | (long) qfe << 16 | build) + Long.MIN_VALUE;
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + qfe + "." + build;
    }
}
