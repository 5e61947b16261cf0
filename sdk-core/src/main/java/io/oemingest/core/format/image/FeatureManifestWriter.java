package io.oemingest.core.format.image;

import io.oemingest.core.internal.xml.XmlWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a {@link FeatureManifest} with elements and attributes in the order of Microsoft's tools. */
final class FeatureManifestWriter {
    private final FeatureManifest manifest;
    private final XmlWriter xml = new XmlWriter("utf-8");
    private final ConditionalFeatureWriter conditionals = new ConditionalFeatureWriter(xml);

    FeatureManifestWriter(FeatureManifest manifest) {
        this.manifest = manifest;
    }

    byte[] write() {
        openRoot(manifest.origin());
        boolean featuresWritten = false;
        for (FeaturePackage.Section section : FeaturePackage.Section.values()) {
            if (!section.isFeatures()) {
                section(section);
            } else if (!featuresWritten) {
                features();
                featuresWritten = true;
            }
        }
        return xml.close().toBytes();
    }

    private void openRoot(FeatureManifest.Origin origin) {
        xml.open(
                "FeatureManifest",
                "xmlns:xsi",
                KitDocument.XSI,
                "xmlns:xsd",
                KitDocument.XSD,
                "Revision",
                origin.revision(),
                "SchemaVersion",
                origin.schemaVersion(),
                "ReleaseType",
                origin.releaseType(),
                "OwnerType",
                origin.ownerType(),
                "ID",
                origin.id(),
                "BuildInfo",
                origin.buildInfo(),
                "BuildID",
                origin.buildId(),
                "OwnerName",
                origin.ownerName(),
                "OSVersion",
                origin.osVersion(),
                "xmlns",
                UpdateHistoryReader.NAMESPACE);
    }

    private void section(FeaturePackage.Section section) {
        List<FeaturePackage> packages = manifest.packages(section);
        if (section.isPackage()) {
            packages.forEach(each -> xml.empty(section.element(), attributes(each)));
        } else if (!packages.isEmpty()) {
            xml.open(section.element());
            packages.forEach(this::packageFile);
            xml.close();
        }
    }

    private void packageFile(FeaturePackage each) {
        if (!each.section().isFeatures()) {
            xml.empty("PackageFile", attributes(each));
            return;
        }
        xml.open("PackageFile", attributes(each));
        featureIds(each.featureIds());
        xml.close();
    }

    private static @Nullable String[] attributes(FeaturePackage each) {
        @Nullable String[] pairs = new String[2 * FeaturePackage.ATTRIBUTES.size()];
        for (int i = 0; i < pairs.length; i += 2) {
            String name = FeaturePackage.ATTRIBUTES.get(i / 2);
            pairs[i] = name;
            pairs[i + 1] = each.attributes().get(name);
        }
        return pairs;
    }

    private void features() {
        List<FeaturePackage> packages = manifest.packages().stream()
                .filter(each -> each.section().isFeatures())
                .toList();
        if (packages.isEmpty()
                && manifest.groups().isEmpty()
                && manifest.conditionalFeatures().isEmpty()) {
            return;
        }
        xml.open("Features");
        section(FeaturePackage.Section.MICROSOFT_FEATURES);
        conditionals.write(FeatureGroup.Owner.MICROSOFT, manifest.conditionalFeatures());
        groups(FeatureGroup.Owner.MICROSOFT);
        section(FeaturePackage.Section.OEM_FEATURES);
        conditionals.write(FeatureGroup.Owner.OEM, manifest.conditionalFeatures());
        groups(FeatureGroup.Owner.OEM);
        xml.close();
    }

    private void groups(FeatureGroup.Owner owner) {
        List<FeatureGroup> groups =
                manifest.groups().stream().filter(each -> each.owner() == owner).toList();
        groups(owner.prefix() + "FeatureGroups", groups);
    }

    private void groups(String element, List<FeatureGroup> groups) {
        if (groups.isEmpty()) {
            return;
        }
        xml.open(element);
        for (FeatureGroup group : groups) {
            xml.open(
                    "FeatureGroup",
                    "Name",
                    group.name(),
                    "FMID",
                    group.fmId(),
                    "PublishingFeatureGroup",
                    group.publishing(),
                    "GroupingType",
                    group.groupingType(),
                    "Constraint",
                    group.constraint());
            featureIds(group.featureIds());
            groups("SubGroups", group.subGroups());
            xml.close();
        }
        xml.close();
    }

    private void featureIds(List<String> ids) {
        if (ids.isEmpty()) {
            xml.empty("FeatureIDs");
            return;
        }
        xml.open("FeatureIDs");
        ids.forEach(id -> xml.leaf("FeatureID", id));
        xml.close();
    }
}
