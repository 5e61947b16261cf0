package io.oemingest.core.format.image;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.internal.xml.IdentityXml;
import io.oemingest.core.internal.xml.XmlElement;
import io.oemingest.core.internal.xml.XmlFields;
import io.oemingest.core.internal.xml.XmlReader;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@link UpdateHistory} from XML, children in any order, as its schema allows. */
final class UpdateHistoryReader {
    static final String NAMESPACE = "http://schemas.microsoft.com/embedded/2004/10/ImageUpdate";

    private static final XmlReader DOCUMENT = new XmlReader("UpdateHistory", Set.of(NAMESPACE));
    private static final Set<String> PACKAGE_LEAVES = Set.of(
            "ReleaseType",
            "OwnerType",
            "BuildType",
            "CpuType",
            "Culture",
            "Resolution",
            "Partition",
            "Platform",
            "GroupingKey",
            "IsRemoval",
            "IsBinaryPartition",
            "PackageFile",
            "PackageIdentity",
            "PackageType");

    private UpdateHistoryReader() {}

    static UpdateHistory read(ByteSource source, FormatLimits limits) throws IOException {
        return DOCUMENT.read(source, limits, UpdateHistoryReader::history);
    }

    private static UpdateHistory history(XmlElement root) throws IOException {
        List<UpdateEvent> events = new ArrayList<>();
        XmlElement.Handler each = list -> list.children("UpdateEvent", event -> events.add(event(event)));
        XmlFields.read(root, Set.of(), Map.of("UpdateEvents", each));
        return new UpdateHistory(events);
    }

    private static UpdateEvent event(XmlElement element) throws IOException {
        Output output = new Output();
        XmlFields fields = XmlFields.read(
                element, Set.of("Sequence", "DateTime", "Summary"), Map.of("UpdateOSOutput", output::read));
        int sequence = fields.integer("Sequence");
        XmlFields result = output.fields;
        if (result == null) {
            throw fields.malformed("UpdateEvent", "has no 'UpdateOSOutput'");
        }
        return new UpdateEvent(
                sequence,
                fields.raw("DateTime"),
                fields.raw("Summary"),
                result.raw("Description"),
                result.integer("OverallResult"),
                result.required("UpdateState"),
                output.packages);
    }

    /** What one event did. */
    private static final class Output {
        private final List<HistoryPackage> packages = new ArrayList<>();
        private @Nullable XmlFields fields;

        private void read(XmlElement element) throws IOException {
            XmlElement.Handler each = list -> list.children("Package", child -> packages.add(historyPackage(child)));
            fields = XmlFields.read(
                    element, Set.of("Description", "OverallResult", "UpdateState"), Map.of("Packages", each));
        }
    }

    static HistoryPackage historyPackage(XmlElement element) throws IOException {
        List<IdentityXml> identities = new ArrayList<>(1);
        XmlFields fields = XmlFields.read(
                element, PACKAGE_LEAVES, Map.of("Identity", child -> identities.add(IdentityXml.read(child))));
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
                fields.text("PackageType"));
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
}
