package io.oemingest.core.format.image;

import io.oemingest.core.internal.xml.XmlWriter;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes {@link DeviceLayout}, elements in the order of the schemas. */
final class DeviceLayoutWriter {
    private final XmlWriter xml;

    private DeviceLayoutWriter(XmlWriter xml) {
        this.xml = xml;
    }

    static byte[] write(DeviceLayout layout) {
        boolean first = layout.version() == DeviceLayout.Version.V1;
        DeviceLayoutWriter writer = new DeviceLayoutWriter(KitDocument.open(
                "DeviceLayout", first ? UpdateHistoryReader.NAMESPACE : DeviceLayoutReader.NAMESPACE_V2));
        if (first) {
            writer.partitions(layout.partitions());
        } else {
            writer.stores(layout.stores());
        }
        return writer.end(layout);
    }

    private byte[] end(DeviceLayout layout) {
        return xml.leaf("SectorSize", Long.toString(layout.sectorSize()))
                .nullable("ChunkSize", layout.chunkSize())
                .nullable("DefaultPartitionByteAlignment", bytes(layout.defaultByteAlignment()))
                .optional("VersionTag", layout.versionTag())
                .close()
                .toBytes();
    }

    private void stores(List<LayoutStore> stores) {
        SortedMap<Integer, List<LayoutStore>> pools =
                new TreeMap<>(stores.stream().collect(Collectors.groupingBy(LayoutStore::pool)));
        List<LayoutStore> outside = pools.remove(0);
        if (outside != null) {
            list(outside);
        }
        if (!pools.isEmpty()) {
            xml.open("StoragePools");
            for (List<LayoutStore> inside : pools.values()) {
                xml.open("StoragePool");
                list(inside);
                xml.close();
            }
            xml.close();
        }
    }

    private void list(List<LayoutStore> stores) {
        xml.open("Stores");
        stores.forEach(this::store);
        xml.close();
    }

    private void store(LayoutStore store) {
        xml.open("Store")
                .optional("Id", store.id())
                .optional("StoreType", store.storeType())
                .optional("DevicePath", store.devicePath())
                .nullable("SizeInSectors", store.sizeInSectors())
                .nullable("OnlyAllocateDefinedGptEntries", store.onlyDefinedGptEntries() ? "true" : null);
        partitions(store.partitions());
        xml.close();
    }

    private void partitions(List<LayoutPartition> partitions) {
        if (!partitions.isEmpty()) {
            xml.open("Partitions");
            partitions.forEach(this::partition);
            xml.close();
        }
    }

    private void partition(LayoutPartition each) {
        LayoutPartition.UpdateType update = each.updateType();
        xml.open("Partition")
                .leaf("Name", each.name())
                .leaf("Type", each.type())
                .optional("Id", each.id());
        for (LayoutPartition.Flag flag : LayoutPartition.Flag.values()) {
            if (each.has(flag)) {
                xml.leaf(flag.element(), "true");
            }
        }
        xml.nullable("TotalSectors", each.sectors().total())
                .nullable("MinFreeSectors", each.sectors().minFree())
                .nullable("GeneratedFileOverheadSectors", each.sectors().generatedFileOverhead())
                .nullable("UpdateType", update == LayoutPartition.UpdateType.NORMAL ? null : update.text())
                .nullable("FileSystem", each.fileSystem())
                .optional("PrimaryPartition", each.primaryPartition())
                .nullable("ByteAlignment", bytes(each.byteAlignment()))
                .nullable("ClusterSize", bytes(each.clusterSize()))
                .close();
    }

    private static @Nullable String bytes(long size) {
        return size == 0 ? null : "0x" + Long.toHexString(size);
    }
}
