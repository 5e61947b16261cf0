package io.oemingest.core.format.ffu;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Writes the text of a manifest as the imaging tools do, the equals signs of a section below each other. */
final class ManifestWriter {
    private final StringBuilder text = new StringBuilder();

    /** The section of the whole image. */
    ManifestWriter image(String osVersion, List<PlatformId> platformIds) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("OSVersion", osVersion);
        for (int i = 0; i < platformIds.size(); i++) {
            values.put("DevicePlatformId" + i, platformIds.get(i).text());
        }
        values.put("AntiTheftVersion", "1.1");
        values.put("Version", "2.0");
        return section("FullFlash", values);
    }

    /** The section of a disk and those of its partitions. */
    ManifestWriter disk(FfuDisk disk) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("SectorSize", String.valueOf(FfuDisk.SECTOR));
        values.put("MinSectorCount", String.valueOf(disk.sectors()));
        if (!disk.devicePath().isEmpty()) {
            values.put("DevicePath", disk.devicePath());
        }
        section("Store", values);
        disk.partitions().forEach(this::partition);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void partition(FfuPartition partition) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("Name", partition.name());
        values.put("Type", guid(partition.type()));
        values.put("Id", guid(partition.id()));
        values.put("Primary", partition.name());
        values.put("TotalSectors", String.valueOf(partition.sectors()));
        values.put("UsedSectors", String.valueOf(usedSectors(partition)));
        if (partition.requiredToFlash()) {
            values.put("RequiredToFlash", "True");
        }
        section("Partition", values);
    }

    private static long usedSectors(FfuPartition partition) {
        return FfuInput.align(partition.content().size(), FfuDisk.SECTOR) / FfuDisk.SECTOR;
    }

    private ManifestWriter section(String name, Map<String, String> values) {
        int width = values.keySet().stream().mapToInt(String::length).max().orElse(0) + 1;
        text.append('[').append(name).append("]\r\n");
        values.forEach((key, value) -> text.append(key)
                .append(" ".repeat(width - key.length()))
                .append("= ")
                .append(value)
                .append("\r\n"));
        text.append("\r\n");
        return this;
    }

    private static String guid(UUID guid) {
        return "{" + guid.toString().toUpperCase(Locale.ROOT) + "}";
    }
}
