package io.oemingest.core.format.pkg;

import io.oemingest.core.format.image.RegistryValue;
import io.oemingest.core.internal.xml.XmlWriter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the component and deployment manifests of a CBS package. */
final class ComponentWriter {
    private static final String WINDOWS = "\\windows\\";

    private ComponentWriter() {}

    static byte[] files(AssemblyIdentity component, Map<PackageContent, CatalogSubject> contents) {
        XmlWriter xml = start(component);
        contents.forEach((content, subject) -> {
            xml.open(
                    "file",
                    "name",
                    content.devicePath().substring(1),
                    "destinationPath",
                    destination(content.devicePath()));
            hash(xml, subject);
            xml.close();
        });
        return xml.close().toBytes();
    }

    static byte[] registry(AssemblyIdentity component, List<RegistryValue> values) {
        XmlWriter xml = start(component).open("registryKeys");
        String key = null;
        for (RegistryValue value : values) {
            if (!value.key().equals(key)) {
                if (key != null) {
                    xml.close();
                }
                key = value.key();
                xml.open("registryKey", "keyName", key);
            }
            xml.empty("registryValue", "name", value.name(), "value", data(value), "valueType", value.type());
        }
        return (key == null ? xml : xml.close()).close().close().toBytes();
    }

    static byte[] deployment(AssemblyIdentity deployment, List<AssemblyIdentity> components) {
        XmlWriter xml = start(deployment).empty("deployment");
        for (AssemblyIdentity component : components) {
            xml.open("dependency").open("dependentAssembly", "dependencyType", "install");
            AssemblyXml.write(xml, component);
            xml.close().close();
        }
        return xml.close().toBytes();
    }

    private static XmlWriter start(AssemblyIdentity assembly) {
        XmlWriter xml =
                new XmlWriter("UTF-8").open("assembly", "xmlns", AssemblyXml.NAMESPACE, "manifestVersion", "1.0");
        AssemblyXml.write(xml, assembly);
        return xml;
    }

    private static String destination(String path) {
        String folder = path.substring(0, path.lastIndexOf('\\') + 1);
        return folder.toLowerCase(Locale.ROOT).startsWith(WINDOWS)
                ? "$(runtime.systemroot)" + folder.substring(WINDOWS.length() - 1)
                : "$(runtime.bootdrive)" + folder;
    }

    private static String data(RegistryValue value) {
        return switch (value.type()) {
            case "REG_DWORD", "REG_QWORD" -> "0x" + value.data();
            case "REG_MULTI_SZ" -> "\"" + value.data().replace("\n", "\",\"") + "\"";
            default -> value.data();
        };
    }

    private static void hash(XmlWriter xml, CatalogSubject subject) {
        xml.open(
                        "asmv2:hash",
                        "xmlns:asmv2",
                        "urn:schemas-microsoft-com:asm.v2",
                        "xmlns:dsig",
                        "http://www.w3.org/2000/09/xmldsig#")
                .open("dsig:Transforms")
                .empty("dsig:Transform", "Algorithm", "urn:schemas-microsoft-com:HashTransforms.Identity")
                .close()
                .empty("dsig:DigestMethod", "Algorithm", "http://www.w3.org/2000/09/xmldsig#sha256")
                .leaf(
                        "dsig:DigestValue",
                        Base64.getEncoder().encodeToString(subject.sha256().bytes()))
                .close();
    }
}
