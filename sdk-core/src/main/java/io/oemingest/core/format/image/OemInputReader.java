package io.oemingest.core.format.image;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.image.OemInput.EarlierFeatures;
import io.oemingest.core.format.image.OemInput.UserStoreMap;
import io.oemingest.core.internal.xml.XmlElement;
import io.oemingest.core.internal.xml.XmlFields;
import io.oemingest.core.internal.xml.XmlReader;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@link OemInput} from XML, elements of the root in any order, Windows Phone 8 elements included. */
final class OemInputReader {
    private static final XmlReader DOCUMENT = new XmlReader("OEMInput", Set.of(UpdateHistoryReader.NAMESPACE));
    private static final Set<String> LEAVES = Set.of(
            "Product",
            "Description",
            "SV",
            "SOC",
            "Device",
            "ReleaseType",
            "BuildType",
            "FormatDPP",
            "ExcludePrereleaseFeatures",
            "OEMDevicePlatform",
            "BootUILanguage",
            "BootLocale");

    private final Map<String, XmlElement.Handler> nested = new HashMap<>();
    private final List<String> userInterface = new ArrayList<>();
    private final List<String> keyboard = new ArrayList<>();
    private final List<String> speech = new ArrayList<>();
    private final List<String> resolutions;
    private final List<String> microsoft = new ArrayList<>();
    private final List<String> oem = new ArrayList<>();
    private final List<String> additionalFms;
    private final List<String> packageFiles;
    private final List<String> internal;
    private final List<String> production;
    private final List<String> optional;
    private final List<String> skus;
    private @Nullable UserStoreMap userStoreMap;

    private OemInputReader() {
        nested.put(
                "SupportedLanguages",
                list -> list.children(kind -> {
                    switch (kind.name()) {
                        case "UserInterface" -> collect(kind, "Language", userInterface);
                        case "Keyboard" -> collect(kind, "Language", keyboard);
                        case "Speech" -> collect(kind, "Language", speech);
                        default -> {}
                    }
                }));
        nested.put(
                "Features",
                list -> list.children(kind -> {
                    switch (kind.name()) {
                        case "Microsoft" -> collect(kind, "Feature", microsoft);
                        case "OEM" -> collect(kind, "Feature", oem);
                        default -> {}
                    }
                }));
        resolutions = list("Resolutions", "Resolution");
        additionalFms = list("AdditionalFMs", "AdditionalFM");
        packageFiles = list("PackageFiles", "PackageFile");
        internal = list("InternalOptionalFeatures", "OptionalFeature");
        production = list("ProductionOptionalFeatures", "OptionalFeature");
        optional = list("MSOptionalFeatures", "OptionalFeature");
        skus = list("AdditionalSKUs", "AdditionalSKU");
        nested.put(
                "UserStoreMapData",
                map -> userStoreMap = new UserStoreMap(map.attribute("SourceDir"), map.attribute("UserStoreDir")));
    }

    static OemInput read(ByteSource source, FormatLimits limits) throws IOException {
        return DOCUMENT.read(source, limits, root -> new OemInputReader().input(root));
    }

    private List<String> list(String element, String item) {
        List<String> target = new ArrayList<>();
        nested.put(element, list -> collect(list, item, target));
        return target;
    }

    private static void collect(XmlElement list, String item, List<String> target) throws IOException {
        list.children(item, child -> target.add(child.text().strip()));
    }

    private OemInput input(XmlElement root) throws IOException {
        XmlFields fields = XmlFields.read(root, LEAVES, nested);
        return new OemInput(
                fields.text("Product"),
                fields.text("Description"),
                fields.text("SV"),
                fields.text("SOC"),
                fields.text("Device"),
                fields.text("ReleaseType"),
                fields.text("BuildType"),
                fields.text("FormatDPP"),
                fields.text("ExcludePrereleaseFeatures"),
                fields.text("OEMDevicePlatform"),
                new OemInput.Languages(
                        userInterface, keyboard, speech, fields.text("BootUILanguage"), fields.text("BootLocale")),
                resolutions,
                new OemInput.Features(microsoft, oem, new EarlierFeatures(internal, production, optional, skus)),
                additionalFms,
                packageFiles,
                userStoreMap);
    }
}
