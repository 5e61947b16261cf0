package io.oemingest.samples.ingest;

import io.oemingest.core.validation.ValidationProfile;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Names of validation profiles on the command line. */
final class ProfileConverter implements ITypeConverter<ValidationProfile> {
    @Override
    public ValidationProfile convert(String text) {
        try {
            return ValidationProfile.of(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
