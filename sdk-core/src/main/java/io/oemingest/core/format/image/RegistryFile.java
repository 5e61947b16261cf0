package io.oemingest.core.format.image;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A registry file ({@code .reg} or {@code .rga}): UTF-16LE text with a byte order mark. */
public record RegistryFile(List<RegistryValue> values) {

    public RegistryFile {
        values = List.copyOf(values);
    }

    /** Reads all values. @throws io.oemingest.core.format.MalformedFileException with line and column if this is no registry file */
    public static RegistryFile read(ByteSource source, FormatLimits limits) throws IOException {
        return new RegistryFile(RegistryFileReader.read(source, limits));
    }

    /** The file as the package tools write it; keys stand together when their values do. */
    public byte[] toBytes() {
        return RegistryFileWriter.write(values).getBytes(StandardCharsets.UTF_16LE);
    }
}
