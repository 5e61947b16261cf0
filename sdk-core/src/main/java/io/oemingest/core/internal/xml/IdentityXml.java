package io.oemingest.core.internal.xml;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Identity} element that package manifests and update histories share.
 *
 * @param owner null if absent or empty, like the other texts
 * @param version null if the element is absent
 */
public record IdentityXml(
        @Nullable String owner,
        @Nullable String component,
        @Nullable String subComponent,
        @Nullable FirmwareVersion version) {

    /** An identity of which nothing is known. */
    public static final IdentityXml NONE = new IdentityXml(null, null, null, null);

    public static IdentityXml read(XmlElement element) throws IOException {
        List<FirmwareVersion> version = new ArrayList<>(1);
        XmlFields fields = XmlFields.read(
                element,
                Set.of("Owner", "Component", "SubComponent"),
                Map.of("Version", child -> version.add(version(child))));
        return new IdentityXml(
                fields.text("Owner"),
                fields.text("Component"),
                fields.text("SubComponent"),
                version.isEmpty() ? null : version.get(0));
    }

    /** Writes the element, parts in the order of the field. */
    public static void write(XmlWriter xml, PackageIdentity identity, FirmwareVersion version) {
        xml.open("Identity")
                .optional("Owner", identity.owner())
                .optional("Component", identity.component())
                .optional("SubComponent", identity.subComponent())
                .empty(
                        "Version",
                        "Major",
                        Integer.toString(version.major()),
                        "Minor",
                        Integer.toString(version.minor()),
                        "QFE",
                        Integer.toString(version.qfe()),
                        "Build",
                        Integer.toString(version.build()))
                .close();
    }

    /** The version in the attributes {@code Major}, {@code Minor}, {@code QFE} and {@code Build}. */
    public static FirmwareVersion version(XmlElement element) throws MalformedFileException {
        String text = String.join(
                ".",
                element.requiredAttribute("Major"),
                element.requiredAttribute("Minor"),
                element.requiredAttribute("QFE"),
                element.requiredAttribute("Build"));
        FirmwareVersion version = FirmwareVersion.parseOrNull(text);
        if (version == null) {
            throw element.malformed("the version is not four numbers from 0 to 65535: '" + text + "'");
        }
        return version;
    }
}
