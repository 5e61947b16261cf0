package io.oemingest.samples;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a size with a unit of 1024, such as {@code 64k}, {@code 256m} or {@code 1g}. */
final class SizeOption implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!lower.matches("[1-9]\\d{0,3}[kmg]")) {
            throw new TypeConversionException("'" + text + "' is not a size such as 64k, 256m or 1g");
        }
        int last = lower.length() - 1;
        int shift = 10 * (1 + "kmg".indexOf(lower.charAt(last)));
        return Long.parseLong(lower.substring(0, last)) << shift;
    }
}
