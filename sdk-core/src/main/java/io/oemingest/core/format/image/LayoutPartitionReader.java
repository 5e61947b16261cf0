package io.oemingest.core.format.image;

import io.oemingest.core.internal.xml.XmlElement;
import io.oemingest.core.internal.xml.XmlFields;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the partitions of a {@link DeviceLayout}, which are the same in both forms. */
final class LayoutPartitionReader {
    private static final int MAX_NAME = 36;
    private static final List<String> FILE_SYSTEMS =
            Arrays.stream(LayoutPartition.FileSystem.values()).map(Enum::name).toList();
    private static final List<String> UPDATE_TYPES = Arrays.stream(LayoutPartition.UpdateType.values())
            .map(LayoutPartition.UpdateType::text)
            .toList();
    private static final Set<String> LEAVES = Stream.concat(
                    Stream.of(
                            "Name",
                            "Type",
                            "Id",
                            "TotalSectors",
                            "MinFreeSectors",
                            "GeneratedFileOverheadSectors",
                            "UpdateType",
                            "FileSystem",
                            "PrimaryPartition",
                            "ByteAlignment",
                            "ClusterSize"),
                    Arrays.stream(LayoutPartition.Flag.values()).map(LayoutPartition.Flag::element))
            .collect(Collectors.toUnmodifiableSet());

    private LayoutPartitionReader() {}

    static void read(XmlElement list, List<LayoutPartition> target) throws IOException {
        list.children("Partition", each -> target.add(partition(XmlFields.read(each, LEAVES, Map.of()))));
        if (target.isEmpty()) {
            throw list.malformed("element 'Partitions' has no 'Partition'");
        }
    }

    private static LayoutPartition partition(XmlFields fields) throws IOException {
        return new LayoutPartition(
                name(fields),
                fields.required("Type"),
                fields.text("Id"),
                fileSystem(fields),
                updateType(fields),
                fields.text("PrimaryPartition"),
                new LayoutPartition.Sectors(
                        fields.number("TotalSectors"),
                        fields.number("MinFreeSectors"),
                        fields.number("GeneratedFileOverheadSectors")),
                Objects.requireNonNullElse(fields.number("ByteAlignment"), 0L),
                Objects.requireNonNullElse(fields.number("ClusterSize"), 0L),
                flags(fields));
    }

    private static String name(XmlFields fields) throws IOException {
        String name = fields.required("Name");
        if (name.length() > MAX_NAME) {
            throw fields.malformed(
                    "Name", "has " + name.length() + " characters, at most " + MAX_NAME + " are allowed");
        }
        return name;
    }

    private static LayoutPartition.@Nullable FileSystem fileSystem(XmlFields fields) throws IOException {
        String text = fields.choice("FileSystem", FILE_SYSTEMS);
        return text == null ? null : LayoutPartition.FileSystem.valueOf(text);
    }

    private static LayoutPartition.UpdateType updateType(XmlFields fields) throws IOException {
        String text = fields.choice("UpdateType", UPDATE_TYPES);
        return text == null
                ? LayoutPartition.UpdateType.NORMAL
                : LayoutPartition.UpdateType.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static Set<LayoutPartition.Flag> flags(XmlFields fields) throws IOException {
        Set<LayoutPartition.Flag> flags = EnumSet.noneOf(LayoutPartition.Flag.class);
        for (LayoutPartition.Flag flag : LayoutPartition.Flag.values()) {
            if (fields.flag(flag.element())) {
                flags.add(flag);
            }
        }
        return flags;
    }
}
