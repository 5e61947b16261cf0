package io.oemingest.core.format.image;

import io.oemingest.core.internal.xml.XmlWriter;
import java.util.List;

/** Writes {@link OemDevicePlatform}; one platform id stands alone, several in a list. */
final class OemDevicePlatformWriter {
    private final XmlWriter xml = KitDocument.open("OEMDevicePlatform", UpdateHistoryReader.NAMESPACE);

    private OemDevicePlatformWriter() {}

    static byte[] write(OemDevicePlatform platform) {
        return new OemDevicePlatformWriter().document(platform);
    }

    private byte[] document(OemDevicePlatform platform) {
        xml.leaf("MinSectorCount", Long.toString(platform.minSectorCount()))
                .nullable("AdditionalMainOSFreeSectorsRequest", platform.additionalMainOsFreeSectors())
                .nullable("MMOSPartitionTotalSectorsOverride", platform.mmosTotalSectors());
        if (platform.platformIds().size() == 1) {
            xml.leaf("DevicePlatformID", platform.platformIds().get(0));
        } else {
            xml.list("DevicePlatformIDs", "ID", platform.platformIds());
        }
        xml.leaf("MainOSRTCDataReservedSectors", Long.toString(platform.mainOsRtcReservedSectors()))
                .list("CompressedPartitions", "Name", platform.compressedPartitions())
                .list("UncompressedPartitions", "Name", platform.uncompressedPartitions())
                .optional("BIOSMode", platform.biosMode());
        rules(platform.rules());
        return xml.close().toBytes();
    }

    private void rules(List<PlatformRule> rules) {
        if (rules.isEmpty()) {
            return;
        }
        xml.open("Rules");
        // The kind that came first on reading comes first again, so that the order of the rules stays.
        if (rules.get(0) instanceof PlatformRule.StringRule) {
            stringRules(rules);
            integerRules(rules);
        } else {
            integerRules(rules);
            stringRules(rules);
        }
        xml.close();
    }

    private void integerRules(List<PlatformRule> rules) {
        List<PlatformRule.IntegerRule> some = only(PlatformRule.IntegerRule.class, rules);
        if (!some.isEmpty()) {
            xml.open("IntegerRules");
            for (PlatformRule.IntegerRule rule : some) {
                open("IntegerRule", rule)
                        .nullable("Min", rule.minimum())
                        .nullable("Max", rule.maximum())
                        .list(
                                "List",
                                "Value",
                                rule.values().stream().map(String::valueOf).toList())
                        .close();
            }
            xml.close();
        }
    }

    private void stringRules(List<PlatformRule> rules) {
        List<PlatformRule.StringRule> some = only(PlatformRule.StringRule.class, rules);
        if (!some.isEmpty()) {
            xml.open("StringRules");
            some.forEach(rule -> open("StringRule", rule)
                    .list("List", "Value", rule.values())
                    .close());
            xml.close();
        }
    }

    private XmlWriter open(String element, PlatformRule rule) {
        return xml.open(element)
                .leaf("Property", rule.property())
                .leaf("Mode", rule.mode().name());
    }

    private static <T> List<T> only(Class<T> kind, List<PlatformRule> rules) {
        return rules.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
