package io.oemingest.samples.ingest;

import io.oemingest.core.model.EkuCombination;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the text form of an EKU combination. */
final class EkuConverter implements ITypeConverter<EkuCombination> {
    @Override
    public EkuCombination convert(String value) {
        try {
            return EkuCombination.parse(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
