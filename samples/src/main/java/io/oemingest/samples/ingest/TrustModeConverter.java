package io.oemingest.samples.ingest;

import io.oemingest.core.signing.TrustMode;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a mode of trust in lower case with hyphens. */
final class TrustModeConverter implements ITypeConverter<TrustMode> {
    @Override
    public TrustMode convert(String value) {
        return Stream.of(TrustMode.values())
                .filter(mode -> word(mode).equals(value))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + value + "' is none of "
                        + Stream.of(TrustMode.values())
                                .map(TrustModeConverter::word)
                                .collect(Collectors.joining(", "))));
    }

    private static String word(TrustMode mode) {
        return mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
