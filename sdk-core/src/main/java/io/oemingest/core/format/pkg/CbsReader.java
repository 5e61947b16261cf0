package io.oemingest.core.format.pkg;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.internal.xml.XmlElement;
import io.oemingest.core.internal.xml.XmlFields;
import io.oemingest.core.internal.xml.XmlNumbers;
import io.oemingest.core.internal.xml.XmlReader;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.model.FirmwareVersion;
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
    static final String ASSEMBLY = "urn:schemas-microsoft-com:asm.v3";

    private static final XmlReader DOCUMENT =
            new XmlReader("assembly", Set.of(ASSEMBLY, "urn:schemas-microsoft-com:cbs"));
    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

    private final List<PackageFile> files = new ArrayList<>();
    private @Nullable XmlElement assemblyIdentity;
    private @Nullable XmlElement packageElement;
    private @Nullable XmlElement phone;
    private boolean removal;

    private CbsReader() {}

    static PackageManifest read(ByteSource source, FormatLimits limits) throws IOException {
        return DOCUMENT.read(source, limits, root -> new CbsReader().manifest(root));
    }

    private PackageManifest manifest(XmlElement root) throws IOException {
        XmlFields.read(
                root, Set.of(), Map.of("assemblyIdentity", e -> assemblyIdentity = e, "package", this::readPackage));
        XmlElement assembly = required(root, assemblyIdentity, "assemblyIdentity");
        XmlElement body = required(root, packageElement, "package");
        String name = name(assembly, body);
        return PackageManifest.builder(PackageStyle.CBS, identity(assembly, name))
                .name(name)
                .version(version(assembly))
                .ownerType(phone("phoneOwnerType"))
                .releaseType(phone("phoneRelease"))
                .buildType(assembly.attribute("buildType"))
                .cpuType(assembly.attribute("processorArchitecture"))
                .partition(body.attribute("targetPartition"))
                .groupingKey(phone("phoneGroupingKey"))
                .description(root.attribute("description"))
                .targetGroups(DsmReader.groups(phone("phoneTargetGroups")))
                .publicKeyToken(assembly.attribute("publicKeyToken"))
                .removal(removal)
                .declaredBinaryPartition(flag(body, "binaryPartition"))
                .files(files)
                .build();
    }

    private void readPackage(XmlElement element) throws IOException {
        packageElement = element;
        element.children(child -> {
            switch (child.name()) {
                case "customInformation" -> child.children(this::readCustomInformation);
                case "recall" -> removal = true;
                default -> {}
            }
        });
    }

    private void readCustomInformation(XmlElement element) throws IOException {
        switch (element.name()) {
            case "phoneInformation" -> phone = element;
            case "file" -> files.add(file(element));
            default -> {}
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
                nonEmpty(element.attribute("sourcePackage")),
                nonEmpty(element.attribute("embeddedSign")),
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

    // A recall is named "<name>.Recall"; the package it is about stands in the identifier.
    private String name(XmlElement assembly, XmlElement body) throws IOException {
        String identifier = removal ? body.attribute("identifier") : null;
        return identifier != null ? identifier : assembly.requiredAttribute("name");
    }

    private PackageIdentity identity(XmlElement assembly, String name) {
        String language = assembly.attribute("language");
        return new PackageIdentity(
                Objects.requireNonNullElse(phone("phoneOwner"), ""),
                Objects.requireNonNullElse(phone("phoneComponent"), ""),
                phone("phoneSubComponent"),
                "neutral".equalsIgnoreCase(language) || "*".equals(language) ? null : language,
                new PackageName(name).resolution());
    }

    private @Nullable String phone(String attribute) {
        return phone == null ? null : nonEmpty(phone.attribute(attribute));
    }

    private static @Nullable String nonEmpty(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable Boolean flag(XmlElement element, String attribute) {
        String text = element.attribute(attribute);
        return text == null ? null : text.strip().equalsIgnoreCase("true");
    }

    private static FirmwareVersion version(XmlElement assembly) throws IOException {
        String text = assembly.attribute("version");
        if (text == null) {
            return FirmwareVersion.ZERO;
        }
        FirmwareVersion version = FirmwareVersion.parseOrNull(text);
        if (version == null) {
            throw assembly.malformed("the version is not four numbers from 0 to 65535: '" + text + "'");
        }
        return version;
    }

    private static XmlElement required(XmlElement root, @Nullable XmlElement element, String name) throws IOException {
        if (element == null) {
            throw root.malformed("element 'assembly' has no '" + name + "'");
        }
        return element;
    }
}
