package io.oemingest.core.format.pkg;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.xml.IdentityXml;
import io.oemingest.core.internal.xml.XmlElement;
import io.oemingest.core.internal.xml.XmlFields;
import io.oemingest.core.internal.xml.XmlReader;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.model.FirmwareVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code dman.ddsm.xml}, elements in any order. */
final class DiffReader {
    private static final XmlReader DOCUMENT = new XmlReader("DiffPackage", Set.of(DsmReader.NAMESPACE));
    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

    private final List<DiffFile> files = new ArrayList<>();
    private final Map<String, FirmwareVersion> versions = new HashMap<>();

    private DiffReader() {}

    static DiffPackage read(ByteSource source, PackageManifest target, FormatLimits limits) throws IOException {
        return DOCUMENT.read(source, limits, root -> new DiffReader().diff(root, target));
    }

    private DiffPackage diff(XmlElement root, PackageManifest target) throws IOException {
        XmlElement.Handler version = element -> versions.put(element.name(), IdentityXml.version(element));
        XmlElement.Handler list = element -> element.children("DiffFileEntry", child -> files.add(file(child)));
        XmlFields fields = XmlFields.read(
                root,
                Set.of("SourceHash", "Name"),
                Map.of("SourceVersion", version, "TargetVersion", version, "Files", list));
        return new DiffPackage(
                fields.required("Name"),
                version(root, "SourceVersion"),
                version(root, "TargetVersion"),
                hash(fields),
                target,
                files,
                List.of());
    }

    private FirmwareVersion version(XmlElement root, String name) throws MalformedFileException {
        FirmwareVersion version = versions.get(name);
        if (version == null) {
            throw root.malformed("element 'DiffPackage' has no '" + name + "'");
        }
        return version;
    }

    private static Digest hash(XmlFields fields) throws MalformedFileException {
        String text = fields.required("SourceHash");
        if (!SHA256.matcher(text).matches()) {
            throw fields.malformed("SourceHash", "is no SHA-256 digest: '" + text + "'");
        }
        return new Digest(DigestAlgorithm.SHA256, text);
    }

    private DiffFile file(XmlElement element) throws IOException {
        if (files.size() == PackageLimits.MAX_FILES) {
            throw element.malformed("a package has at most " + PackageLimits.MAX_FILES + " files");
        }
        XmlFields fields = XmlFields.read(element, Set.of("FileType", "DevicePath", "CabPath", "DiffType"), Map.of());
        return new DiffFile(
                fields.required("FileType"),
                fields.required("DevicePath"),
                fields.text("CabPath"),
                fields.required("DiffType"));
    }
}
