package io.oemingest.core.format.image;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.internal.xml.XmlElement;
import io.oemingest.core.internal.xml.XmlFields;
import io.oemingest.core.internal.xml.XmlReader;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@link FeatureManifest} from XML, sections in any order. */
final class FeatureManifestReader {
    private static final XmlReader DOCUMENT = new XmlReader("FeatureManifest", Set.of(UpdateHistoryReader.NAMESPACE));

    private final List<FeaturePackage> packages = new ArrayList<>();
    private final List<FeatureGroup> groups = new ArrayList<>();
    private final List<ConditionalFeature> conditionals = new ArrayList<>();

    private FeatureManifestReader() {}

    static FeatureManifest read(ByteSource source, FormatLimits limits) throws IOException {
        return DOCUMENT.read(source, limits, root -> new FeatureManifestReader().manifest(root));
    }

    private FeatureManifest manifest(XmlElement root) throws IOException {
        FeatureManifest.Origin origin = new FeatureManifest.Origin(
                root.attribute("ID"),
                root.attribute("Revision"),
                root.attribute("SchemaVersion"),
                root.attribute("ReleaseType"),
                root.attribute("OwnerType"),
                root.attribute("OwnerName"),
                root.attribute("BuildID"),
                root.attribute("BuildInfo"),
                root.attribute("OSVersion"));
        Map<String, XmlElement.Handler> sections = sections(false);
        sections.put("Features", this::readFeatures);
        XmlFields.read(root, Set.of(), sections);
        return new FeatureManifest(origin, packages, groups, conditionals);
    }

    private Map<String, XmlElement.Handler> sections(boolean features) {
        Map<String, XmlElement.Handler> sections = new HashMap<>();
        for (FeaturePackage.Section section : FeaturePackage.Section.values()) {
            if (section.isFeatures() == features) {
                sections.put(section.element(), element -> readSection(section, element));
            }
        }
        return sections;
    }

    private void readFeatures(XmlElement element) throws IOException {
        Map<String, XmlElement.Handler> sections = sections(true);
        for (FeatureGroup.Owner owner : FeatureGroup.Owner.values()) {
            sections.put(owner.prefix() + "FeatureGroups", list -> readGroups(owner, list, groups));
            sections.put(
                    owner.prefix() + "ConditionalFeatures",
                    list -> list.children(
                            "ConditionalFeature",
                            child -> conditionals.add(ConditionalFeatureReader.read(owner, child))));
        }
        XmlFields.read(element, Set.of(), sections);
    }

    private void readSection(FeaturePackage.Section section, XmlElement element) throws IOException {
        if (section.isPackage()) {
            readPackage(section, element);
        } else {
            element.children("PackageFile", child -> readPackage(section, child));
        }
    }

    private void readPackage(FeaturePackage.Section section, XmlElement element) throws IOException {
        element.requiredAttribute("Name");
        String selector = section.selector();
        if (selector != null) {
            element.requiredAttribute(selector);
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String name : FeaturePackage.ATTRIBUTES) {
            String value = element.attribute(name);
            if (value != null) {
                attributes.put(name, value);
            }
        }
        packages.add(new FeaturePackage(section, attributes, featureIds(section, element)));
    }

    private static List<String> featureIds(FeaturePackage.Section section, XmlElement element) throws IOException {
        List<String> ids = new ArrayList<>();
        if (section.isFeatures()) {
            element.children("FeatureIDs", list -> readIds(list, ids));
            if (ids.isEmpty()) {
                throw element.malformed("element 'PackageFile' has no 'FeatureID'");
            }
        }
        return ids;
    }

    private static void readGroups(FeatureGroup.Owner owner, XmlElement list, List<FeatureGroup> target)
            throws IOException {
        list.children("FeatureGroup", element -> target.add(group(owner, element)));
    }

    // Nested as deep as documents may be, no deeper.
    private static FeatureGroup group(FeatureGroup.Owner owner, XmlElement element) throws IOException {
        List<String> ids = new ArrayList<>();
        List<FeatureGroup> subGroups = new ArrayList<>();
        element.children(child -> {
            switch (child.name()) {
                case "FeatureIDs" -> readIds(child, ids);
                case "SubGroups" -> readGroups(owner, child, subGroups);
                default -> {}
            }
        });
        return new FeatureGroup(
                owner,
                element.attribute("Name"),
                element.attribute("FMID"),
                element.attribute("PublishingFeatureGroup"),
                element.attribute("GroupingType"),
                element.attribute("Constraint"),
                ids,
                subGroups);
    }

    private static void readIds(XmlElement list, List<String> target) throws IOException {
        list.children("FeatureID", child -> target.add(child.text().strip()));
    }
}
