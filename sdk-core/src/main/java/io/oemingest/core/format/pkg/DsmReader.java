package io.oemingest.core.format.pkg;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.xml.IdentityXml;
import io.oemingest.core.internal.xml.XmlElement;
import io.oemingest.core.internal.xml.XmlFields;
import io.oemingest.core.internal.xml.XmlReader;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageStyle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code man.dsm.xml}, elements in any order. */
final class DsmReader {
    static final String NAMESPACE = "http://schemas.microsoft.com/embedded/2004/10/ImageUpdate";

    private static final XmlReader DOCUMENT = new XmlReader("Package", Set.of(NAMESPACE));
    private static final Set<String> LEAVES = Set.of(
            "ReleaseType",
            "OwnerType",
            "BuildType",
            "CpuType",
            "Description",
            "Culture",
            "Resolution",
            "Platform",
            "Partition",
            "GroupingKey",
            "TargetGroups",
            "BuildString",
            "IsRemoval",
            "IsBinaryPartition");
    private static final Set<String> FILE_LEAVES = Set.of(
            "FileType",
            "DevicePath",
            "CabPath",
            "Attributes",
            "SourcePackage",
            "EmbeddedSigningCategory",
            "FileSize",
            "CompressedFileSize",
            "StagedFileSize");

    private final List<PackageFile> files = new ArrayList<>();
    private IdentityXml identity = IdentityXml.NONE;

    private DsmReader() {}

    static PackageManifest read(ByteSource source, FormatLimits limits) throws IOException {
        return DOCUMENT.read(source, limits, root -> new DsmReader().manifest(root));
    }

    private PackageManifest manifest(XmlElement root) throws IOException {
        XmlElement.Handler list = element -> element.children("FileEntry", child -> files.add(file(child)));
        XmlElement.Handler id = element -> identity = IdentityXml.read(element);
        XmlFields fields = XmlFields.read(root, LEAVES, Map.of("Identity", id, "Files", list));
        return PackageManifest.builder(PackageStyle.SPKG, identity(fields))
                .version(Objects.requireNonNullElse(identity.version(), FirmwareVersion.ZERO))
                .ownerType(fields.text("OwnerType"))
                .releaseType(fields.text("ReleaseType"))
                .buildType(fields.text("BuildType"))
                .cpuType(fields.text("CpuType"))
                .partition(fields.text("Partition"))
                .platform(fields.text("Platform"))
                .groupingKey(fields.text("GroupingKey"))
                .description(fields.text("Description"))
                .targetGroups(groups(fields.text("TargetGroups")))
                .buildString(fields.text("BuildString"))
                .removal(fields.flag("IsRemoval"))
                .declaredBinaryPartition(
                        fields.text("IsBinaryPartition") == null ? null : fields.flag("IsBinaryPartition"))
                .files(files)
                .build();
    }

    /** The ids of a list joined with semicolons. */
    static List<String> groups(@Nullable String text) {
        return text == null
                ? List.of()
                : Stream.of(text.split(";"))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .toList();
    }

    private PackageIdentity identity(XmlFields fields) {
        return new PackageIdentity(
                Objects.requireNonNullElse(identity.owner(), ""),
                Objects.requireNonNullElse(identity.component(), ""),
                identity.subComponent(),
                fields.text("Culture"),
                fields.text("Resolution"));
    }

    private PackageFile file(XmlElement element) throws IOException {
        if (files.size() == PackageLimits.MAX_FILES) {
            throw element.malformed("a package has at most " + PackageLimits.MAX_FILES + " files");
        }
        XmlFields fields = XmlFields.read(element, FILE_LEAVES, Map.of());
        fields.required("FileSize");
        return new PackageFile(
                fields.required("FileType"),
                fields.required("DevicePath"),
                fields.required("CabPath"),
                fields.text("Attributes"),
                size(fields),
                fields.size("CompressedFileSize"),
                fields.size("StagedFileSize"),
                fields.text("SourcePackage"),
                fields.text("EmbeddedSigningCategory"),
                null);
    }

    private static long size(XmlFields fields) throws MalformedFileException {
        Long size = fields.size("FileSize");
        if (size == null) {
            throw fields.malformed("FileSize", "is missing");
        }
        return size;
    }
}
