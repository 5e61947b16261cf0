package io.oemingest.core.format.pkg;

import io.oemingest.core.internal.xml.IdentityXml;
import io.oemingest.core.internal.xml.XmlWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes {@code man.dsm.xml} in the order of real ones, files sorted by device path. */
final class DsmWriter {
    private static final Set<String> NEVER_COMPRESSED =
            Set.of("Manifest", "SecurityPolicy", "Registry", "RegistryMultiStringAppend");

    private DsmWriter() {}

    /** The attributes that files of a type have. */
    static String attributes(String fileType) {
        return NEVER_COMPRESSED.contains(fileType) ? "Archive" : "Archive Compressed";
    }

    static byte[] write(PackageManifest manifest) {
        XmlWriter xml = new XmlWriter("UTF-8").open("Package", "xmlns", DsmReader.NAMESPACE);
        IdentityXml.write(xml, manifest.identity(), manifest.version());
        xml.optional("ReleaseType", manifest.releaseType())
                .optional("OwnerType", manifest.ownerType())
                .optional("BuildType", manifest.buildType())
                .optional("CpuType", manifest.cpuType())
                .optional("Description", manifest.description())
                .optional("Culture", manifest.identity().culture())
                .optional("Resolution", manifest.identity().resolution())
                .optional("Platform", manifest.platform())
                .optional("Partition", manifest.partition())
                .optional("GroupingKey", manifest.groupingKey())
                .optional("TargetGroups", String.join(";", manifest.targetGroups()))
                .optional("BuildString", manifest.buildString())
                .leaf("IsRemoval", Boolean.toString(manifest.removal()))
                .optional("IsBinaryPartition", text(manifest.declaredBinaryPartition()));
        files(xml, manifest.files());
        return xml.close().toBytes();
    }

    private static void files(XmlWriter xml, List<PackageFile> files) {
        xml.open("Files");
        files.stream()
                .sorted(Comparator.comparing(PackageFile::devicePath, String.CASE_INSENSITIVE_ORDER))
                .forEach(file -> file(xml, file));
        xml.close();
    }

    private static void file(XmlWriter xml, PackageFile file) {
        xml.open("FileEntry")
                .leaf("FileType", file.fileType())
                .leaf("DevicePath", file.devicePath())
                .leaf("CabPath", file.cabPath())
                .optional("Attributes", file.attributes())
                .optional("SourcePackage", file.sourcePackage())
                .optional("EmbeddedSigningCategory", file.embeddedSigningCategory())
                .leaf("FileSize", Long.toString(file.size()))
                .optional("CompressedFileSize", text(file.compressedSize()))
                .optional("StagedFileSize", text(file.stagedSize()))
                .close();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
