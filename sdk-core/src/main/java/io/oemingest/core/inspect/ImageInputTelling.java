package io.oemingest.core.inspect;

import io.oemingest.core.format.image.ConditionalFeature;
import io.oemingest.core.format.image.FeatureGroup;
import io.oemingest.core.format.image.FeatureManifest;
import io.oemingest.core.format.image.FeaturePackage;
import io.oemingest.core.format.image.OemInput;

/** The documents from which an image is put together. */
final class ImageInputTelling {
    private ImageInputTelling() {}

    static void oemInput(Facts facts, OemInput input) {
        facts.put("description", input.description())
                .put("product", input.product())
                .put("soc", input.soc())
                .put("sv", input.sv())
                .put("device", input.device())
                .put("releaseType", input.releaseType())
                .put("buildType", input.buildType())
                .put("formatDpp", input.formatDpp())
                .put("excludePrereleaseFeatures", input.excludePrereleaseFeatures())
                .put("devicePlatform", input.devicePlatform())
                .put("languages", input.languages().userInterface())
                .put("keyboards", input.languages().keyboard())
                .put("speech", input.languages().speech())
                .put("bootUiLanguage", input.languages().bootUi())
                .put("bootLocale", input.languages().bootLocale())
                .put("resolutions", input.resolutions())
                .put("microsoftFeatures", input.features().microsoft())
                .put("oemFeatures", input.features().oem())
                .put("earlierFeatures", input.features().earlier().all())
                .table("additionalFms", input.additionalFms(), (row, each) -> row.put("path", each))
                .table("packageFiles", input.packageFiles(), (row, each) -> row.put("path", each));
    }

    static void features(Facts facts, FeatureManifest manifest) {
        FeatureManifest.Origin origin = manifest.origin();
        facts.put("id", origin.id())
                .put("revision", origin.revision())
                .put("schemaVersion", origin.schemaVersion())
                .put("releaseType", origin.releaseType())
                .put("ownerType", origin.ownerType())
                .put("ownerName", origin.ownerName())
                .put("buildId", origin.buildId())
                .put("buildInfo", origin.buildInfo())
                .put("osVersion", origin.osVersion())
                .table("packages", manifest.packages(), ImageInputTelling::featurePackage)
                .table("groups", manifest.groups(), ImageInputTelling::group)
                .table("conditionalFeatures", manifest.conditionalFeatures(), ImageInputTelling::conditional);
    }

    private static void featurePackage(Facts row, FeaturePackage each) {
        row.put("section", each.section().element())
                .put("name", each.name())
                .put("selectedBy", each.selectedBy())
                .put("featureIds", each.featureIds())
                .put("partition", each.partition())
                .put("path", each.path());
    }

    private static void group(Facts row, FeatureGroup group) {
        row.put("owner", group.owner())
                .put("name", group.name())
                .put("constraint", group.constraint())
                .put("featureIds", group.featureIds())
                .put("subGroups", group.subGroups().size());
    }

    private static void conditional(Facts row, ConditionalFeature feature) {
        row.put("owner", feature.owner())
                .put("featureId", feature.featureId())
                .put("fmId", feature.fmId())
                .put("updateAction", feature.updateAction());
    }
}
