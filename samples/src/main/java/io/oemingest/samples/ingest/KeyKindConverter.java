package io.oemingest.samples.ingest;

import io.oemingest.emulator.signing.KeyKind;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Names of kinds of key on the command line. */
final class KeyKindConverter implements ITypeConverter<KeyKind> {
    @Override
    public KeyKind convert(String text) {
        try {
            return KeyKind.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
