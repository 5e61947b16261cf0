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

/** Reads {@link OemDevicePlatform} from XML, children in any order, as its schema allows. */
final class OemDevicePlatformReader {
    private static final XmlReader DOCUMENT = new XmlReader("OEMDevicePlatform", Set.of(UpdateHistoryReader.NAMESPACE));
    private static final Set<String> LEAVES = Set.of(
            "MinSectorCount",
            "DevicePlatformID",
            "AdditionalMainOSFreeSectorsRequest",
            "MMOSPartitionTotalSectorsOverride",
            "MainOSRTCDataReservedSectors",
            "BIOSMode");

    private final List<String> ids = new ArrayList<>();
    private final List<String> compressed = new ArrayList<>();
    private final List<String> uncompressed = new ArrayList<>();
    private final List<PlatformRule> rules = new ArrayList<>();
    private boolean idList;

    private OemDevicePlatformReader() {}

    static OemDevicePlatform read(ByteSource source, FormatLimits limits) throws IOException {
        return DOCUMENT.read(source, limits, root -> new OemDevicePlatformReader().platform(root));
    }

    private OemDevicePlatform platform(XmlElement root) throws IOException {
        XmlFields fields = XmlFields.read(
                root,
                LEAVES,
                Map.of(
                        "DevicePlatformIDs", this::readIds,
                        "CompressedPartitions", list -> names(list, "Name", compressed),
                        "UncompressedPartitions", list -> names(list, "Name", uncompressed),
                        "Rules", list -> new PlatformRuleReader(rules).read(list)));
        addSingleId(root, fields);
        return new OemDevicePlatform(
                fields.positive("MinSectorCount"),
                ids,
                fields.number("AdditionalMainOSFreeSectorsRequest"),
                fields.number("MMOSPartitionTotalSectorsOverride"),
                Objects.requireNonNullElse(fields.number("MainOSRTCDataReservedSectors"), 0L),
                compressed,
                uncompressed,
                fields.text("BIOSMode"),
                rules);
    }

    private void readIds(XmlElement list) throws IOException {
        idList = true;
        names(list, "ID", ids);
        if (ids.isEmpty()) {
            throw list.malformed("element 'DevicePlatformIDs' has no 'ID'");
        }
    }

    private void addSingleId(XmlElement root, XmlFields fields) throws IOException {
        boolean single = fields.raw("DevicePlatformID") != null;
        if (single && idList) {
            throw fields.malformed("DevicePlatformID", "and 'DevicePlatformIDs' exclude each other");
        }
        if (single) {
            ids.add(fields.required("DevicePlatformID"));
        } else if (!idList) {
            throw root.malformed("element 'OEMDevicePlatform' has neither 'DevicePlatformID' nor 'DevicePlatformIDs'");
        }
    }

    private static void names(XmlElement list, String item, List<String> target) throws IOException {
        list.children(item, child -> {
            String name = child.text().strip();
            if (name.isEmpty()) {
                throw child.malformed("element '" + item + "' is empty");
            }
            target.add(name);
        });
    }
}
