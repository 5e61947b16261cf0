package io.oemingest.core.format.pkg;

import io.oemingest.core.internal.xml.XmlWriter;
import io.oemingest.core.model.PackageIdentity;
import java.util.Locale;
import java.util.Objects;

/** Writes {@code update.mum}: the manifest of a CBS package, or of the recall of one. */
final class MumWriter {
    private static final String RECALL = "urn:schemas-microsoft-com:cbs";

    private MumWriter() {}

    static byte[] write(PackageManifest manifest, AssemblyIdentity assembly) {
        boolean recall = manifest.removal();
        XmlWriter xml = new XmlWriter("utf-8")
                .open(
                        "assembly",
                        "xmlns",
                        recall ? RECALL : AssemblyXml.NAMESPACE,
                        "manifestVersion",
                        "1.0",
                        "description",
                        manifest.description(),
                        "displayName",
                        "default",
                        "company",
                        manifest.identity().owner());
        identity(xml, manifest, recall ? assembly.withName(assembly.name() + ".Recall") : assembly);
        xml.open(
                "package",
                "identifier",
                manifest.name(),
                "releaseType",
                recall ? "Hotfix" : "Update",
                "restart",
                "possible",
                "targetPartition",
                manifest.partition(),
                "binaryPartition",
                recall ? "false" : Objects.toString(manifest.declaredBinaryPartition(), null));
        customInformation(xml, manifest);
        if (recall) {
            xml.open("recall");
            identity(xml, manifest, assembly);
            xml.close();
        } else {
            update(xml, assembly);
        }
        return xml.close().close().toBytes();
    }

    private static void identity(XmlWriter xml, PackageManifest manifest, AssemblyIdentity assembly) {
        xml.empty(
                "assemblyIdentity",
                "name",
                assembly.name(),
                "version",
                assembly.version().toString(),
                "language",
                assembly.languageOrNeutral(),
                "processorArchitecture",
                manifest.cpuType() == null ? null : assembly.architecture(),
                "publicKeyToken",
                manifest.publicKeyToken(),
                "buildType",
                manifest.buildType());
    }

    private static void customInformation(XmlWriter xml, PackageManifest manifest) {
        PackageIdentity identity = manifest.identity();
        xml.open("customInformation")
                .empty(
                        "phoneInformation",
                        "phoneRelease",
                        manifest.releaseType(),
                        "phoneOwnerType",
                        manifest.ownerType(),
                        "phoneOwner",
                        identity.owner(),
                        "phoneComponent",
                        identity.component(),
                        "phoneSubComponent",
                        Objects.requireNonNullElse(identity.subComponent(), ""),
                        "phoneGroupingKey",
                        Objects.requireNonNullElse(manifest.groupingKey(), ""),
                        "phoneTargetGroups",
                        manifest.targetGroups().isEmpty() ? null : String.join(";", manifest.targetGroups()));
        manifest.files().forEach(file -> file(xml, file, manifest.removal()));
        xml.close();
    }

    private static void file(XmlWriter xml, PackageFile file, boolean recall) {
        String hash = file.hash() == null ? null : file.hash().hex().toUpperCase(Locale.ROOT);
        xml.empty(
                "file",
                "name",
                file.devicePath(),
                "size",
                Long.toString(file.size()),
                "staged",
                Objects.toString(file.stagedSize(), null),
                "compressed",
                Objects.toString(file.compressedSize(), null),
                recall ? "cabPath" : "cabpath",
                file.cabPath(),
                "sourcePackage",
                file.sourcePackage(),
                "embeddedSign",
                file.embeddedSigningCategory(),
                "hash",
                hash);
    }

    private static void update(XmlWriter xml, AssemblyIdentity assembly) {
        xml.open("update", "name", assembly.name().replace('.', '_')).open("component");
        AssemblyXml.write(xml, assembly.withName(assembly.name() + ".Deployment"));
        xml.close().close();
    }
}
