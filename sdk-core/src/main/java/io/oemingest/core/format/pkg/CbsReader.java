package io.oemingest.core.format.pkg;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.internal.xml.XmlElement;
import io.oemingest.core.internal.xml.XmlFields;
import io.oemingest.core.internal.xml.XmlNumbers;
import io.oemingest.core.internal.xml.XmlReader;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageName;
import io.oemingest.core.model.PackageStyle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code update.mum} of phone packages and, with fewer facts, of desktop packages. */
final class CbsReader {
    private static final XmlReader DOCUMENT =
            new XmlReader("assembly", Set.of(AssemblyXml.NAMESPACE, "urn:schemas-microsoft-com:cbs"));
    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

    private final List<PackageFile> files = new ArrayList<>();
    private final CbsFactsReader facts = new CbsFactsReader();
    private @Nullable XmlElement assemblyIdentity;
    private @Nullable XmlElement packageElement;
    private @Nullable XmlElement phone;

    private CbsReader() {}

    static CbsDocument read(ByteSource source, FormatLimits limits) throws IOException {
        return DOCUMENT.read(source, limits, root -> new CbsReader().document(root));
    }

    private CbsDocument document(XmlElement root) throws IOException {
        XmlFields.read(
                root, Set.of(), Map.of(AssemblyXml.ELEMENT, e -> assemblyIdentity = e, "package", this::readPackage));
        XmlElement assembly = required(root, assemblyIdentity, AssemblyXml.ELEMENT);
        XmlElement body = required(root, packageElement, "package");
        AssemblyIdentity identity = AssemblyXml.read(assembly);
        return new CbsDocument(manifest(root, identity, assembly, body), facts.facts(identity, body, phone != null));
    }

    private PackageManifest manifest(XmlElement root, AssemblyIdentity identity, XmlElement assembly, XmlElement body) {
        // A recall is named "<name>.Recall"; the package it is about stands in the identifier.
        String identifier = facts.removal() ? body.attribute("identifier") : null;
        String name = identifier != null ? identifier : identity.name();
        return PackageManifest.builder(PackageStyle.CBS, phoneIdentity(identity, name))
                .name(name)
                .version(identity.version())
                .ownerType(phone("phoneOwnerType"))
                .releaseType(phone("phoneRelease"))
                .buildType(assembly.attribute("buildType"))
                .cpuType(assembly.attribute("processorArchitecture"))
                .partition(body.attribute("targetPartition"))
                .groupingKey(phone("phoneGroupingKey"))
                .description(root.attribute("description"))
                .targetGroups(DsmReader.groups(phone("phoneTargetGroups")))
                .publicKeyToken(assembly.attribute("publicKeyToken"))
                .removal(facts.removal())
                .declaredBinaryPartition(flag(body, "binaryPartition"))
                .files(files)
                .build();
    }

    private void readPackage(XmlElement element) throws IOException {
        packageElement = element;
        element.children(child -> {
            if (child.name().equals("customInformation")) {
                child.children(this::readCustomInformation);
            } else {
                facts.packageChild(child);
            }
        });
    }

    private void readCustomInformation(XmlElement element) throws IOException {
        switch (element.name()) {
            case "phoneInformation" -> phone = element;
            case "file" -> files.add(file(element));
            default -> facts.customInformation(element);
        }
    }

    private PackageFile file(XmlElement element) throws IOException {
        if (files.size() == PackageLimits.MAX_FILES) {
            throw element.malformed("a package has at most " + PackageLimits.MAX_FILES + " files");
        }
        String cabPath = element.attribute("cabPath");
        if (cabPath == null) {
            cabPath = element.requiredAttribute("cabpath");
        }
        return new PackageFile(
                fileType(cabPath),
                element.requiredAttribute("name"),
                cabPath,
                null,
                Objects.requireNonNullElse(size(element, "size"), 0L),
                size(element, "compressed"),
                size(element, "staged"),
                AssemblyXml.value(element, "sourcePackage"),
                AssemblyXml.value(element, "embeddedSign"),
                hash(element));
    }

    private static String fileType(String cabPath) {
        if (cabPath.equalsIgnoreCase(PackageLayout.CBS_MANIFEST)) {
            return "Manifest";
        }
        return cabPath.equalsIgnoreCase(PackageLayout.CBS_CATALOG) ? "Catalog" : "Regular";
    }

    private static @Nullable Long size(XmlElement element, String attribute) throws IOException {
        String text = element.attribute(attribute);
        return text == null ? null : XmlNumbers.size(element.location(), "attribute '" + attribute + "'", text);
    }

    private static @Nullable Digest hash(XmlElement element) throws IOException {
        String text = element.attribute("hash");
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (!SHA256.matcher(text).matches()) {
            throw element.malformed("attribute 'hash' is no SHA-256 digest: '" + text + "'");
        }
        return new Digest(DigestAlgorithm.SHA256, text);
    }

    private PackageIdentity phoneIdentity(AssemblyIdentity assembly, String name) {
        return new PackageIdentity(
                Objects.requireNonNullElse(phone("phoneOwner"), ""),
                Objects.requireNonNullElse(phone("phoneComponent"), ""),
                phone("phoneSubComponent"),
                assembly.language(),
                new PackageName(name).resolution());
    }

    private @Nullable String phone(String attribute) {
        return phone == null ? null : AssemblyXml.value(phone, attribute);
    }

    private static @Nullable Boolean flag(XmlElement element, String attribute) {
        String text = element.attribute(attribute);
        return text == null ? null : text.strip().equalsIgnoreCase("true");
    }

    private static XmlElement required(XmlElement root, @Nullable XmlElement element, String name) throws IOException {
        if (element == null) {
            throw root.malformed("element 'assembly' has no '" + name + "'");
        }
        return element;
    }
}
