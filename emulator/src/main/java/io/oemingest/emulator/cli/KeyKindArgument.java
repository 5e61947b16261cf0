package io.oemingest.emulator.cli;

import io.oemingest.emulator.signing.KeyKind;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a kind of key. */
final class KeyKindArgument implements ITypeConverter<KeyKind> {
    @Override
    public KeyKind convert(String text) {
        try {
            return KeyKind.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
