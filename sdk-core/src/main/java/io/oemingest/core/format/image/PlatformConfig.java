package io.oemingest.core.format.image;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.FirmwareVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the boot partition PLAT says of a phone ({@code pconf.bin}): lines {@code KEY=value} of ASCII.
 *
 * @param values in the order of the file
 */
public record PlatformConfig(Map<String, String> values) {
    /** Real files have some 70 bytes. */
    private static final int LARGEST = 1 << 16;

    public PlatformConfig {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Reads a file. @throws MalformedFileException with the line if it is none */
    public static PlatformConfig read(ByteSource source, FormatLimits limits) throws IOException {
        int largest = Math.min(LARGEST, limits.maxInMemory());
        if (source.size() > largest) {
            throw new MalformedFileException(
                    Location.ofFile(source.name()),
                    "has " + source.size() + " bytes, at most " + largest + " are allowed");
        }
        Map<String, String> values = new LinkedHashMap<>();
        int row = 0;
        for (String line : new String(source.readAll(largest), StandardCharsets.ISO_8859_1).split("\r?\n", -1)) {
            row++;
            if (!line.isBlank()) {
                add(values, line, Location.ofLine(source.name(), row, 1));
            }
        }
        if (values.isEmpty()) {
            throw new MalformedFileException(Location.ofFile(source.name()), "has no line of the form KEY=value");
        }
        return new PlatformConfig(values);
    }

    private static void add(Map<String, String> values, String line, Location where) throws MalformedFileException {
        int equals = line.indexOf('=');
        if (equals < 1 || !line.chars().allMatch(each -> each >= ' ' && each < 0x7f)) {
            throw new MalformedFileException(where, "is not of the form KEY=value in ASCII");
        }
        if (values.put(line.substring(0, equals), line.substring(equals + 1)) != null) {
            throw new MalformedFileException(where, "repeats the key " + line.substring(0, equals));
        }
    }

    /** The file as it is on real phones: each line with a line feed behind. */
    public byte[] toBytes() {
        StringBuilder text = new StringBuilder();
        values.forEach(
                (key, value) -> text.append(key).append('=').append(value).append('\n'));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** {@code NAME}, the last part of the platform id. */
    public @Nullable String name() {
        return values.get("NAME");
    }

    /** {@code SWVERSION}, the version of the firmware, often with leading zeros; compare it as a version. */
    public @Nullable String softwareVersion() {
        return values.get("SWVERSION");
    }

    /** {@code SWVERSION} as a number to compare; null if absent or no version. */
    public @Nullable FirmwareVersion firmwareVersion() {
        String version = softwareVersion();
        return version == null ? null : FirmwareVersion.parseOrNull(version);
    }

    /** {@code AKVERSION}, build and revision of Microsoft's part. */
    public @Nullable String akVersion() {
        return values.get("AKVERSION");
    }
}
