package io.oemingest.core.format.image;

import io.oemingest.core.internal.xml.IdentityXml;
import io.oemingest.core.internal.xml.XmlElement;
import io.oemingest.core.internal.xml.XmlFields;
import io.oemingest.core.internal.xml.XmlWriter;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The element {@code Package} of update histories, children in any order on reading. */
final class HistoryPackageXml {
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
            "IsRemoval",
            "IsBinaryPartition",
            "PackageFile",
            "PackageIdentity",
            "PackageStyle",
            "PackageType",
            "SourceVersion",
            "Stomped",
            "Result");

    private HistoryPackageXml() {}

    static HistoryPackage read(XmlElement element) throws IOException {
        List<IdentityXml> identities = new ArrayList<>(1);
        XmlFields fields =
                XmlFields.read(element, LEAVES, Map.of("Identity", child -> identities.add(IdentityXml.read(child))));
        IdentityXml read = identities.isEmpty() ? IdentityXml.NONE : identities.get(0);
        return new HistoryPackage(
                identity(read, fields),
                version(read, fields),
                fields.text("ReleaseType"),
                fields.text("OwnerType"),
                fields.text("BuildType"),
                fields.text("CpuType"),
                fields.text("Partition"),
                fields.text("Platform"),
                fields.text("GroupingKey"),
                fields.flag("IsRemoval"),
                fields.flag("IsBinaryPartition"),
                fields.required("PackageFile"),
                fields.text("PackageIdentity"),
                fields.text("PackageType"),
                details(fields));
    }

    private static HistoryPackage.Details details(XmlFields fields) throws IOException {
        return new HistoryPackage.Details(
                fields.text("Description"),
                fields.text("TargetGroups"),
                fields.text("PackageStyle"),
                fields.text("SourceVersion"),
                fields.text("Stomped"),
                fields.text("Result") == null ? null : fields.integer("Result"));
    }

    private static PackageIdentity identity(IdentityXml read, XmlFields fields) throws IOException {
        String owner = read.owner();
        String component = read.component();
        if (owner == null || component == null) {
            throw fields.malformed("Identity", "lacks " + (owner == null ? "'Owner'" : "'Component'"));
        }
        return new PackageIdentity(
                owner, component, read.subComponent(), fields.text("Culture"), fields.text("Resolution"));
    }

    private static FirmwareVersion version(IdentityXml read, XmlFields fields) throws IOException {
        FirmwareVersion version = read.version();
        if (version == null) {
            throw fields.malformed("Identity", "lacks 'Version'");
        }
        return version;
    }

    // The order of real files; what these never have stands where the manifests of packages have it.
    static void write(XmlWriter xml, HistoryPackage each) {
        HistoryPackage.Details details = each.details();
        xml.open("Package");
        IdentityXml.write(xml, each.identity(), each.version());
        xml.optional("ReleaseType", each.releaseType())
                .optional("OwnerType", each.ownerType())
                .optional("BuildType", each.buildType())
                .optional("CpuType", each.cpuType())
                .optional("Description", details.description())
                .optional("Culture", each.identity().culture())
                .optional("Resolution", each.identity().resolution())
                .optional("Platform", each.platform())
                .optional("Partition", each.partition())
                .optional("GroupingKey", each.groupingKey())
                .optional("TargetGroups", details.targetGroups())
                .leaf("IsRemoval", Boolean.toString(each.removal()))
                .leaf("IsBinaryPartition", Boolean.toString(each.binaryPartition()))
                .leaf("PackageFile", each.packageFile())
                .optional("PackageIdentity", each.packageIdentity())
                .optional("PackageStyle", details.packageStyle())
                .optional("PackageType", each.packageType())
                .optional("SourceVersion", details.sourceVersion())
                .optional("Stomped", details.stomped())
                .nullable("Result", details.result())
                .close();
    }
}
