package io.oemingest.core.format.image;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the storage of a device is divided ({@code DeviceLayout.xml}), in the form of one or of several stores.
 *
 * @param version which form the document has
 * @param sectorSize in bytes
 * @param chunkSize unit of flashing in KB, null if absent
 * @param defaultByteAlignment where partitions begin that say nothing of their own; 0 if absent
 * @param stores exactly one in the first form, without properties; those inside storage pools come behind the others
 */
public record DeviceLayout(
        Version version,
        long sectorSize,
        @Nullable Long chunkSize,
        long defaultByteAlignment,
        @Nullable String versionTag,
        List<LayoutStore> stores) {

    /** The namespaces of the document. */
    public enum Version {
        V1,
        V2
    }

    public DeviceLayout {
        stores = List.copyOf(stores);
    }

    /** Reads a layout. @throws io.oemingest.core.format.MalformedFileException with line and column if it is none */
    public static DeviceLayout read(ByteSource source, FormatLimits limits) throws IOException {
        return DeviceLayoutReader.read(source, limits);
    }

    /** The document, sizes in sectors as decimals, those in bytes as hexadecimal numbers, defaults left out. */
    public byte[] toBytes() {
        return DeviceLayoutWriter.write(this);
    }

    /** The partitions of all stores, in the order of the file. */
    public List<LayoutPartition> partitions() {
        return stores.stream().flatMap(store -> store.partitions().stream()).toList();
    }

    /** The first partition of this name, ignoring case; null if there is none. */
    public @Nullable LayoutPartition find(String name) {
        return partitions().stream()
                .filter(partition -> partition.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }
}
