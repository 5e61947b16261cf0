package io.oemingest.samples.ingest;

import io.oemingest.core.model.FirmwareVersion;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a version of four numbers. */
final class FirmwareVersionConverter implements ITypeConverter<FirmwareVersion> {
    @Override
    public FirmwareVersion convert(String value) {
        FirmwareVersion version = FirmwareVersion.parseOrNull(value);
        if (version == null) {
            throw new TypeConversionException("'" + value + "' is not a version of four numbers from 0 to 65535");
        }
        return version;
    }
}
