package io.oemingest.core.inspect;

import io.oemingest.core.format.image.DeviceLayout;
import io.oemingest.core.format.image.LayoutPartition;
import io.oemingest.core.format.image.LayoutStore;
import io.oemingest.core.format.image.OemDevicePlatform;
import io.oemingest.core.format.image.PlatformRule;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The documents that describe a device. */
final class DeviceTelling {
    private static final long PLATFORM_SECTOR = 512;

    private DeviceTelling() {}

    static void layout(Facts facts, DeviceLayout layout) {
        facts.put("version", layout.version())
                .put("sectorSize", Value.bytes(layout.sectorSize()))
                .put("chunkSize", layout.chunkSize() == null ? null : kilobytes(layout.chunkSize()))
                .put("defaultByteAlignment", Value.hex(layout.defaultByteAlignment(), 1))
                .put("versionTag", layout.versionTag())
                .each("stores", layout.stores(), DeviceTelling::title, (inner, store) -> store(inner, store, layout));
    }

    private static Value kilobytes(long count) {
        return new Value(count, count + " KB");
    }

    private static String title(LayoutStore store) {
        return store.id() == null ? "the only store" : "store " + store.id();
    }

    private static void store(Facts facts, LayoutStore store, DeviceLayout layout) {
        facts.told("id", store.id())
                .put("storeType", store.storeType())
                .put("devicePath", store.devicePath())
                .put("sizeInSectors", store.sizeInSectors())
                .put("megabytes", megabytes(store.sizeInSectors(), layout.sectorSize()))
                .put("onlyDefinedGptEntries", store.onlyDefinedGptEntries())
                .table("partitions", store.partitions(), (row, each) -> partition(row, each, layout.sectorSize()));
    }

    private static void partition(Facts row, LayoutPartition partition, long sectorSize) {
        Long total = partition.sectors().total();
        row.put("name", partition.name())
                .put("type", partition.type())
                .put("id", partition.id())
                .put("fileSystem", partition.fileSystem())
                .put("totalSectors", total)
                .put("megabytes", megabytes(total, sectorSize))
                .put("minFreeSectors", partition.sectors().minFree())
                .put("overheadSectors", partition.sectors().generatedFileOverhead())
                .put("byteAlignment", positive(partition.byteAlignment()))
                .put("clusterSize", positive(partition.clusterSize()))
                .put("primaryPartition", partition.primaryPartition())
                .put("updateType", partition.updateType().text())
                .put(
                        "flags",
                        partition.flags().stream()
                                .sorted()
                                .map(LayoutPartition.Flag::element)
                                .toList());
    }

    private static @Nullable Long positive(long value) {
        return value > 0 ? value : null;
    }

    private static @Nullable Long megabytes(@Nullable Long sectors, long sectorSize) {
        return sectors == null ? null : Megabytes.of(sectors, sectorSize);
    }

    static void platform(Facts facts, OemDevicePlatform platform) {
        facts.put("platformIds", platform.platformIds())
                .put("minSectorCount", platform.minSectorCount())
                .put("megabytes", Megabytes.of(platform.minSectorCount(), PLATFORM_SECTOR))
                .put("additionalMainOsFreeSectors", platform.additionalMainOsFreeSectors())
                .put("mmosTotalSectors", platform.mmosTotalSectors())
                .put("mainOsRtcReservedSectors", platform.mainOsRtcReservedSectors())
                .put("compressedPartitions", platform.compressedPartitions())
                .put("uncompressedPartitions", platform.uncompressedPartitions())
                .put("biosMode", platform.biosMode())
                .table("rules", platform.rules(), DeviceTelling::rule);
    }

    private static void rule(Facts row, PlatformRule rule) {
        row.put("property", rule.property()).put("mode", rule.mode().name().toLowerCase(Locale.ROOT));
        if (rule instanceof PlatformRule.IntegerRule number) {
            row.put("minimum", number.minimum())
                    .put("maximum", number.maximum())
                    .put("values", number.values());
        } else if (rule instanceof PlatformRule.StringRule text) {
            row.put("values", text.values());
        }
    }
}
