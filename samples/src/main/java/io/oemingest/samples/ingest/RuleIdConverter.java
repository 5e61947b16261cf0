package io.oemingest.samples.ingest;

import io.oemingest.core.validation.RuleId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Rule ids on the command line. */
final class RuleIdConverter implements ITypeConverter<RuleId> {
    @Override
    public RuleId convert(String text) {
        try {
            return RuleId.of(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("'" + text + "' is not the id of a rule such as STD-01");
        }
    }
}
