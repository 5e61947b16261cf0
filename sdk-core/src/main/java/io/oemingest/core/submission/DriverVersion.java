package io.oemingest.core.submission;

import io.oemingest.core.model.FirmwareVersion;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code DriverVer} of a driver's setup file: its date first, then its number, compared as a whole.
 *
 * @param number zeros if the file gives a date alone
 */
public record DriverVersion(LocalDate date, FirmwareVersion number) implements Comparable<DriverVersion> {
    private static final Pattern LINE = Pattern.compile(
            "(?im)^[ \\t]*DriverVer[ \\t]*=[ \\t]*(\\d{1,2})/(\\d{1,2})/(\\d{4})(?:[ \\t]*,[ \\t]*([\\d.]{1,24}))?");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT);

    /** The version in a setup file, or null if it tells none. */
    static @Nullable DriverVersion of(byte[] setupFile) {
        Matcher line = LINE.matcher(new String(setupFile, charset(setupFile)));
        if (!line.find()) {
            return null;
        }
        FirmwareVersion number =
                line.group(4) == null ? FirmwareVersion.ZERO : FirmwareVersion.parseOrNull(line.group(4));
        if (number == null) {
            return null;
        }
        try {
            return new DriverVersion(
                    LocalDate.of(number(line.group(3)), number(line.group(1)), number(line.group(2))), number);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    // Setup files are UTF-16 with a mark, or text of one byte a character.
    private static Charset charset(byte[] text) {
        boolean marked = text.length > 1 && text[0] == (byte) 0xff && text[1] == (byte) 0xfe;
        return marked ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1;
    }

    @Override
    public int compareTo(DriverVersion other) {
        return Comparator.comparing(DriverVersion::date)
                .thenComparing(DriverVersion::number)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return DATE.format(date) + "," + number;
    }
}
