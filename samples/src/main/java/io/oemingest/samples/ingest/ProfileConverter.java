package io.oemingest.samples.ingest;

import io.oemingest.core.validation.ValidationProfile;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Names of validation profiles on the command line. */
final class ProfileConverter implements ITypeConverter<ValidationProfile> {
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
