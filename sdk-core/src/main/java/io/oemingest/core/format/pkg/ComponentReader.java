package io.oemingest.core.format.pkg;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.image.RegistryValue;
import io.oemingest.core.format.pkg.Component.ComponentFile;
import io.oemingest.core.internal.xml.XmlElement;
import io.oemingest.core.internal.xml.XmlReader;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the manifest of a component. */
final class ComponentReader {
    private static final String FILES = "urn:schemas-microsoft-com:asm.v2";
    private static final String SIGNATURES = "http://www.w3.org/2000/09/xmldsig#";
    private static final String SHA256 = SIGNATURES + "sha256";
    private static final XmlReader DOCUMENT =
            new XmlReader("assembly", Set.of(AssemblyXml.NAMESPACE, FILES, SIGNATURES));

    private final String member;
    private final int limit;
    private final List<ComponentFile> files = new ArrayList<>();
    private final List<RegistryValue> registry = new ArrayList<>();
    private final List<AssemblyIdentity> dependencies = new ArrayList<>();
    private @Nullable AssemblyIdentity identity;

    private ComponentReader(String member, int limit) {
        this.member = member;
        this.limit = limit;
    }

    /** Reads a manifest; of one in the compressed form of installed systems only the name is known. */
    static Component read(String member, ByteSource source, FormatLimits limits) throws IOException {
        return isCompressed(source)
                ? new Component(member, true, null, List.of(), List.of(), List.of())
                : DOCUMENT.read(
                        source, limits, root -> new ComponentReader(member, limits.maxMembers()).component(root));
    }

    private static boolean isCompressed(ByteSource source) throws IOException {
        byte[] start = new byte[3];
        return source.read(0, start, 0, start.length) == start.length
                && start[0] == 'D'
                && start[1] == 'C'
                && start[2] == 'M';
    }

    private Component component(XmlElement root) throws IOException {
        root.children(child -> {
            switch (child.name()) {
                case AssemblyXml.ELEMENT -> identity = AssemblyXml.read(child);
                case "file" -> file(child);
                case "registryKeys" -> child.children("registryKey", this::registryKey);
                case "dependency" -> child.children("dependentAssembly", this::dependency);
                default -> {}
            }
        });
        return new Component(member, false, identity, files, registry, dependencies);
    }

    private void file(XmlElement element) throws IOException {
        count(element);
        List<Digest> digests = new ArrayList<>(1);
        element.children("hash", hash -> digest(hash, digests));
        files.add(new ComponentFile(
                element.requiredAttribute("name"),
                AssemblyXml.value(element, "destinationPath"),
                digests.isEmpty() ? null : digests.get(0)));
    }

    private static void digest(XmlElement hash, List<Digest> found) throws IOException {
        List<String> methods = new ArrayList<>(1);
        hash.children(child -> {
            if (child.name().equals("DigestMethod")) {
                methods.add(child.requiredAttribute("Algorithm"));
            } else if (child.name().equals("DigestValue") && methods.contains(SHA256)) {
                found.add(sha256(child));
            }
        });
    }

    private static Digest sha256(XmlElement element) throws IOException {
        String text = element.text().strip();
        try {
            return Digest.of(DigestAlgorithm.SHA256, Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw element.malformed("is no SHA-256 digest in Base64: '" + text + "'");
        }
    }

    private void dependency(XmlElement element) throws IOException {
        count(element);
        AssemblyIdentity found = AssemblyXml.inside(element);
        if (found != null) {
            dependencies.add(found);
        }
    }

    private void registryKey(XmlElement element) throws IOException {
        String path = element.requiredAttribute("keyName");
        element.children("registryValue", value -> {
            count(value);
            registry.add(new RegistryValue(
                    path,
                    Objects.requireNonNullElse(value.attribute("name"), ""),
                    Objects.requireNonNullElse(value.attribute("valueType"), "REG_SZ"),
                    Objects.requireNonNullElse(value.attribute("value"), "")));
        });
    }

    private void count(XmlElement element) throws IOException {
        if (files.size() + registry.size() + dependencies.size() >= limit) {
            throw element.malformed("a component has at most " + limit + " files, registry values and dependencies");
        }
    }
}
