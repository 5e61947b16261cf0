package io.oemingest.core.format.image;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.internal.xml.XmlElement;
import io.oemingest.core.internal.xml.XmlReader;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads {@link ImageCustomizations} from XML, elements in any order. */
final class ImageCustomizationsReader {
    private static final XmlReader DOCUMENT =
            new XmlReader("ImageCustomizations", Set.of(UpdateHistoryReader.NAMESPACE));

    private final int limit;
    private final List<ImageCustomizations.Settings> statics = new ArrayList<>();
    private final List<ImageCustomizations.Target> targets = new ArrayList<>();
    private final List<ImageCustomizations.Variant> variants = new ArrayList<>();
    private long combined;

    private ImageCustomizationsReader(int limit) {
        this.limit = limit;
    }

    static ImageCustomizations read(ByteSource source, FormatLimits limits) throws IOException {
        return DOCUMENT.read(source, limits, new ImageCustomizationsReader(limits.maxMembers())::customizations);
    }

    private ImageCustomizations customizations(XmlElement root) throws IOException {
        root.children(child -> {
            switch (child.name()) {
                case "Static" -> child.children("Settings", settings -> statics.add(settings(settings)));
                case "Targets" -> child.children("Target", target -> targets.add(target(target)));
                case "Variant" -> variants.add(variant(child));
                default -> {}
            }
        });
        requireFew(root);
        return new ImageCustomizations(
                root.location(),
                new ImageCustomizations.Header(
                        root.attribute("Name"),
                        root.attribute("Description"),
                        root.attribute("Owner"),
                        root.attribute("OwnerType")),
                statics,
                targets,
                variants);
    }

    // Each variant repeats the static settings, so that the product counts.
    private void requireFew(XmlElement root) throws IOException {
        long repeated = statics.stream().mapToLong(each -> each.values().size()).sum();
        if (combined + Math.multiplyExact(repeated, (long) variants.size()) > limit) {
            throw root.malformed("the variants have more than " + limit + " settings altogether");
        }
    }

    private ImageCustomizations.Variant variant(XmlElement element) throws IOException {
        List<String> refs = new ArrayList<>();
        List<ImageCustomizations.Settings> settings = new ArrayList<>();
        element.children(child -> {
            switch (child.name()) {
                case "TargetRefs" -> child.children("TargetRef", ref -> refs.add(ref.requiredAttribute("Id")));
                case "Settings" -> settings.add(settings(child));
                default -> {}
            }
        });
        combined += settings.stream().mapToLong(each -> each.values().size()).sum();
        return new ImageCustomizations.Variant(element.location(), element.attribute("Name"), refs, settings);
    }

    private static ImageCustomizations.Settings settings(XmlElement element) throws IOException {
        String path = element.requiredAttribute("Path");
        List<ImageCustomizations.Setting> values = new ArrayList<>();
        element.children(
                "Setting",
                each -> values.add(new ImageCustomizations.Setting(
                        each.location(),
                        each.requiredAttribute("Name"),
                        Objects.requireNonNullElse(each.attribute("Value"), ""))));
        return new ImageCustomizations.Settings(path, values);
    }

    private static ImageCustomizations.Target target(XmlElement element) throws IOException {
        String id = element.requiredAttribute("Id");
        List<List<ImageCustomizations.Condition>> states = new ArrayList<>();
        element.children("TargetState", state -> {
            List<ImageCustomizations.Condition> conditions = new ArrayList<>();
            state.children(
                    "Condition",
                    each -> conditions.add(new ImageCustomizations.Condition(
                            each.requiredAttribute("Name"), each.requiredAttribute("Value"))));
            states.add(conditions);
        });
        return new ImageCustomizations.Target(id, states);
    }
}
