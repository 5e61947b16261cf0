package io.oemingest.core.format.pkg;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.image.RegistryValue;
import io.oemingest.core.internal.xml.XmlElement;
import io.oemingest.core.internal.xml.XmlReader;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads the registry part of a component manifest of a CBS package. */
final class ComponentManifest {
    private static final XmlReader DOCUMENT = new XmlReader("assembly", Set.of(CbsReader.ASSEMBLY));

    private ComponentManifest() {}

    /** All registry values, none if the manifest is in the compressed form of an installed system. */
    static List<RegistryValue> registryValues(ByteSource source, FormatLimits limits) throws IOException {
        return isCompressed(source)
                ? List.of()
                : DOCUMENT.read(source, limits, root -> values(root, limits.maxMembers()));
    }

    private static boolean isCompressed(ByteSource source) throws IOException {
        byte[] start = new byte[3];
        return source.read(0, start, 0, start.length) == start.length
                && start[0] == 'D'
                && start[1] == 'C'
                && start[2] == 'M';
    }

    private static List<RegistryValue> values(XmlElement root, int limit) throws IOException {
        List<RegistryValue> values = new ArrayList<>();
        root.children(
                "registryKeys",
                keys -> keys.children("registryKey", key -> {
                    String path = key.requiredAttribute("keyName");
                    key.children("registryValue", value -> {
                        if (values.size() == limit) {
                            throw value.malformed("a manifest has at most " + limit + " registry values");
                        }
                        values.add(value(path, value));
                    });
                }));
        return values;
    }

    private static RegistryValue value(String key, XmlElement element) {
        return new RegistryValue(
                key,
                Objects.requireNonNullElse(element.attribute("name"), ""),
                Objects.requireNonNullElse(element.attribute("valueType"), "REG_SZ"),
                Objects.requireNonNullElse(element.attribute("value"), ""));
    }
}
