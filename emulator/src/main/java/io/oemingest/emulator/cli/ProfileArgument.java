package io.oemingest.emulator.cli;

import io.oemingest.core.validation.ValidationProfile;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a validation profile. */
final class ProfileArgument implements ITypeConverter<ValidationProfile> {
    @Override
    public ValidationProfile convert(String text) {
        ValidationProfile profile = ValidationProfile.parseOrNull(text);
        if (profile == null) {
            String known = ValidationProfile.all().stream()
                    .map(ValidationProfile::name)
                    .collect(Collectors.joining(", "));
            throw new TypeConversionException("'" + text + "' is none of " + known);
        }
        return profile;
    }
}
