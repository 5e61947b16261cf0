package io.oemingest.core.format.ffu;

import io.oemingest.core.format.MalformedFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes sense of a manifest's sections, by the rules of the tool that reads images for signing. */
final class ManifestReader {
    private static final String FULL_FLASH = "FullFlash";
    private static final String STORAGE_POOL = "StoragePool";
    private static final String STORE = "Store";
    private static final String PARTITION = "Partition";
    private static final String VERSION = "2.0";
    private static final String PLATFORM_ID = "DevicePlatformId";

    private final ManifestText text;
    private final Map<String, ManifestSection> single = new HashMap<>();
    private final List<StoreSections> stores = new ArrayList<>();

    ManifestReader(ManifestText text) {
        this.text = text;
    }

    FfuManifest read(List<ManifestSection> sections) throws MalformedFileException {
        for (ManifestSection section : sections) {
            sort(section);
        }
        ManifestSection image = fullFlash();
        List<ManifestStore> read = new ArrayList<>();
        for (StoreSections store : stores) {
            read.add(store(store));
        }
        return new FfuManifest(platformIds(image), read, image.values());
    }

    private void sort(ManifestSection section) throws MalformedFileException {
        switch (section.name()) {
            case STORE -> stores.add(new StoreSections(section, new ArrayList<>()));
            case PARTITION -> lastStore(section).partitions().add(section);
            case STORAGE_POOL -> {} // storage spaces may have several, none concerns a phone
            default -> {
                if (single.putIfAbsent(section.name(), section) != null) {
                    throw section.malformed("is there twice");
                }
            }
        }
    }

    private StoreSections lastStore(ManifestSection partition) throws MalformedFileException {
        if (stores.isEmpty()) {
            throw partition.malformed("comes before the first [Store]");
        }
        return stores.get(stores.size() - 1);
    }

    private ManifestSection fullFlash() throws MalformedFileException {
        ManifestSection image = single.get(FULL_FLASH);
        if (image == null) {
            throw text.malformed(1, "has no section [FullFlash]");
        }
        String version = image.require("Version");
        if (!version.equals(VERSION)) {
            throw image.malformed("has Version '" + version + "', only 2.0 is known");
        }
        if (stores.isEmpty()) {
            throw text.malformed(1, "has no section [Store]");
        }
        return image;
    }

    private static List<PlatformId> platformIds(ManifestSection image) throws MalformedFileException {
        List<PlatformId> ids = new ArrayList<>();
        for (String id = image.get(PLATFORM_ID + 0); id != null; id = image.get(PLATFORM_ID + ids.size())) {
            if (!PlatformId.isWellFormed(id)) {
                throw image.malformed("has " + PLATFORM_ID + ids.size() + " '" + id
                        + "', not of the form Manufacturer.Family.ProductName[.Version]");
            }
            ids.add(new PlatformId(id));
        }
        long keys = image.values().keySet().stream()
                .filter(key -> key.startsWith(PLATFORM_ID))
                .count();
        if (keys != ids.size()) {
            throw image.malformed(
                    "has " + keys + " keys " + PLATFORM_ID + ", they must be counted from 0 without a gap");
        }
        return ids;
    }

    private static ManifestStore store(StoreSections store) throws MalformedFileException {
        ManifestSection section = store.section();
        section.require("SectorSize");
        long sectorSize = section.number("SectorSize", 0);
        if (sectorSize == 0 || sectorSize > Integer.MAX_VALUE) {
            throw section.malformed("has sectors of " + sectorSize + " bytes");
        }
        List<ManifestPartition> partitions = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ManifestSection partition : store.partitions()) {
            ManifestPartition read = PartitionRules.read(partition);
            if (!names.add(read.name().toLowerCase(Locale.ROOT))) {
                throw partition.malformed("repeats the name " + read.name());
            }
            partitions.add(read);
        }
        ManifestStore read =
                new ManifestStore((int) sectorSize, section.number("MinSectorCount", 0), partitions, section.values());
        PartitionRules.checkSpace(section, read);
        return read;
    }

    private record StoreSections(ManifestSection section, List<ManifestSection> partitions) {}
}
