package io.oemingest.core.format.image;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the maker of a phone lays down for all images of a device ({@code OEMDevicePlatform.xml}). Sectors have 512 bytes.
 *
 * @param minSectorCount sectors that the storage has at least
 * @param platformIds the ids under which the device may be flashed, at least one
 * @param additionalMainOsFreeSectors room to keep free on top of what the device layout asks for
 * @param mmosTotalSectors replaces the size of the manufacturing system's partition
 * @param mainOsRtcReservedSectors 0 if absent; Microsoft allows up to 100 MB
 * @param compressedPartitions partition names; Microsoft allows only {@code MainOS}
 * @param biosMode of later documents only
 */
public record OemDevicePlatform(
        long minSectorCount,
        List<String> platformIds,
        @Nullable Long additionalMainOsFreeSectors,
        @Nullable Long mmosTotalSectors,
        long mainOsRtcReservedSectors,
        List<String> compressedPartitions,
        List<String> uncompressedPartitions,
        @Nullable String biosMode,
        List<PlatformRule> rules) {

    public OemDevicePlatform {
        platformIds = List.copyOf(platformIds);
        compressedPartitions = List.copyOf(compressedPartitions);
        uncompressedPartitions = List.copyOf(uncompressedPartitions);
        rules = List.copyOf(rules);
    }

    /** Reads a device platform. @throws io.oemingest.core.format.MalformedFileException with line and column if it is none */
    public static OemDevicePlatform read(ByteSource source, FormatLimits limits) throws IOException {
        return OemDevicePlatformReader.read(source, limits);
    }

    /** The document, numbers as decimals. */
    public byte[] toBytes() {
        return OemDevicePlatformWriter.write(this);
    }
}
