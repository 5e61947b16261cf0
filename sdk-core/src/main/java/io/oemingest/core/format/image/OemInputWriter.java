package io.oemingest.core.format.image;

import io.oemingest.core.internal.xml.XmlWriter;

/** Writes {@link OemInput}; elements of the Windows Phone 8 form only when there are some. */
final class OemInputWriter {
    private OemInputWriter() {}

    static byte[] write(OemInput input) {
        XmlWriter xml = KitDocument.open("OEMInput", UpdateHistoryReader.NAMESPACE)
                .optional("Product", input.product())
                .optional("Description", input.description())
                .optional("SV", input.sv())
                .optional("SOC", input.soc())
                .optional("Device", input.device())
                .optional("ReleaseType", input.releaseType())
                .optional("BuildType", input.buildType())
                .optional("FormatDPP", input.formatDpp())
                .optional("ExcludePrereleaseFeatures", input.excludePrereleaseFeatures())
                .optional("OEMDevicePlatform", input.devicePlatform());
        languages(xml, input.languages());
        xml.list("Resolutions", "Resolution", input.resolutions());
        features(xml, input.features());
        xml.list("AdditionalFMs", "AdditionalFM", input.additionalFms());
        OemInput.UserStoreMap map = input.userStoreMap();
        if (map != null) {
            xml.empty("UserStoreMapData", "SourceDir", map.sourceDir(), "UserStoreDir", map.userStoreDir());
        }
        return xml.list("PackageFiles", "PackageFile", input.packageFiles())
                .close()
                .toBytes();
    }

    private static void languages(XmlWriter xml, OemInput.Languages languages) {
        if (!(languages.userInterface().isEmpty()
                && languages.keyboard().isEmpty()
                && languages.speech().isEmpty())) {
            xml.open("SupportedLanguages")
                    .list("UserInterface", "Language", languages.userInterface())
                    .list("Keyboard", "Language", languages.keyboard())
                    .list("Speech", "Language", languages.speech())
                    .close();
        }
        xml.optional("BootUILanguage", languages.bootUi()).optional("BootLocale", languages.bootLocale());
    }

    private static void features(XmlWriter xml, OemInput.Features features) {
        if (!(features.microsoft().isEmpty() && features.oem().isEmpty())) {
            xml.open("Features")
                    .list("Microsoft", "Feature", features.microsoft())
                    .list("OEM", "Feature", features.oem())
                    .close();
        }
        OemInput.EarlierFeatures earlier = features.earlier();
        xml.list("InternalOptionalFeatures", "OptionalFeature", earlier.internal())
                .list("ProductionOptionalFeatures", "OptionalFeature", earlier.production())
                .list("MSOptionalFeatures", "OptionalFeature", earlier.microsoft())
                .list("AdditionalSKUs", "AdditionalSKU", earlier.skus());
    }
}
