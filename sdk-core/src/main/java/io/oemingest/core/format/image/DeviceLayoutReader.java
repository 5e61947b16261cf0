package io.oemingest.core.format.image;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.internal.xml.XmlElement;
import io.oemingest.core.internal.xml.XmlFields;
import io.oemingest.core.internal.xml.XmlReader;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@link DeviceLayout} from XML, children in any order; the namespace of the root tells the form. */
final class DeviceLayoutReader {
    static final String NAMESPACE_V2 = UpdateHistoryReader.NAMESPACE + "/v2";

    private static final XmlReader DOCUMENT =
            new XmlReader("DeviceLayout", Set.of(UpdateHistoryReader.NAMESPACE, NAMESPACE_V2));
    private static final Set<String> LEAVES =
            Set.of("SectorSize", "ChunkSize", "DefaultPartitionByteAlignment", "VersionTag");
    private static final Set<String> STORE_LEAVES =
            Set.of("Id", "StoreType", "DevicePath", "SizeInSectors", "OnlyAllocateDefinedGptEntries");

    private final List<LayoutStore> stores = new ArrayList<>();
    private final List<LayoutStore> pooled = new ArrayList<>();

    private DeviceLayoutReader() {}

    static DeviceLayout read(ByteSource source, FormatLimits limits) throws IOException {
        return DOCUMENT.read(source, limits, root -> new DeviceLayoutReader().layout(root));
    }

    private DeviceLayout layout(XmlElement root) throws IOException {
        return root.namespace().equals(NAMESPACE_V2)
                ? layout(
                        DeviceLayout.Version.V2,
                        XmlFields.read(
                                root,
                                LEAVES,
                                Map.of("Stores", list -> readStores(list, 0, stores), "StoragePools", this::readPools)))
                : layout(DeviceLayout.Version.V1, firstForm(root));
    }

    private XmlFields firstForm(XmlElement root) throws IOException {
        List<LayoutPartition> partitions = new ArrayList<>();
        XmlFields fields = XmlFields.read(
                root, LEAVES, Map.of("Partitions", list -> LayoutPartitionReader.read(list, partitions)));
        stores.add(LayoutStore.unnamed(partitions));
        return fields;
    }

    private DeviceLayout layout(DeviceLayout.Version version, XmlFields fields) throws IOException {
        stores.addAll(pooled);
        return new DeviceLayout(
                version,
                fields.positive("SectorSize"),
                chunkSize(fields),
                Objects.requireNonNullElse(fields.number("DefaultPartitionByteAlignment"), 0L),
                fields.text("VersionTag"),
                stores);
    }

    private static @Nullable Long chunkSize(XmlFields fields) throws IOException {
        return fields.text("ChunkSize") == null ? null : fields.positive("ChunkSize");
    }

    // The schema knows no pools; layouts of later devices wrap their stores so.
    private void readPools(XmlElement list) throws IOException {
        list.children("StoragePool", pool -> {
            int number = pooled.isEmpty() ? 1 : pooled.get(pooled.size() - 1).pool() + 1;
            XmlFields.read(pool, Set.of(), Map.of("Stores", inside -> readStores(inside, number, pooled)));
        });
    }

    private static void readStores(XmlElement list, int pool, List<LayoutStore> target) throws IOException {
        list.children("Store", store -> target.add(store(store, pool)));
    }

    private static LayoutStore store(XmlElement element, int pool) throws IOException {
        List<LayoutPartition> partitions = new ArrayList<>();
        XmlFields fields = XmlFields.read(
                element, STORE_LEAVES, Map.of("Partitions", list -> LayoutPartitionReader.read(list, partitions)));
        String id = fields.required("Id");
        if (partitions.isEmpty()) {
            throw element.malformed("element 'Store' has no 'Partitions'");
        }
        return new LayoutStore(
                id,
                fields.text("StoreType"),
                fields.text("DevicePath"),
                fields.number("SizeInSectors"),
                fields.flag("OnlyAllocateDefinedGptEntries"),
                pool,
                partitions);
    }
}
