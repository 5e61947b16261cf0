package io.oemingest.emulator.cli;

import io.oemingest.core.validation.ValidationProfile;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a validation profile. */
final class ProfileArgument implements ITypeConverter<ValidationProfile> {
    @Override
    public ValidationProfile convert(String text) {
        try {
            return ValidationProfile.of(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
