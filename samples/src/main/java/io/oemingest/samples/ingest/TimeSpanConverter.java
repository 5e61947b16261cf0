package io.oemingest.samples.ingest;

import java.time.DateTimeException;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time span of ISO 8601. */
final class TimeSpanConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String value) {
        try {
            Duration span = Duration.parse(value);
            if (!span.isNegative()) {
                return span;
            }
        } catch (DateTimeException e) {
            // Told below, like a time before now.
        }
        throw new TypeConversionException("'" + value + "' is not a time span such as PT30M or PT2H");
    }
}
