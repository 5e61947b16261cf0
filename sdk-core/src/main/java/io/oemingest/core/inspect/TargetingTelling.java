package io.oemingest.core.inspect;

import io.oemingest.core.format.image.DeviceTargeting;
import io.oemingest.core.format.image.ImageCustomizations;
import io.oemingest.core.format.image.ImageCustomizations.Settings;
import io.oemingest.core.format.image.ImageCustomizations.Variant;
import java.util.Map;

/** By which values updates find phones, and the answer files that set them. */
final class TargetingTelling {
    private TargetingTelling() {}

    static void customizations(Facts facts, ImageCustomizations file) {
        facts.put("name", file.header().name())
                .put("description", file.header().description())
                .put("owner", file.header().owner())
                .put("ownerType", file.header().ownerType())
                .table("deviceTargeting", file.deviceTargeting(), TargetingTelling::targeting)
                .each("statics", file.statics(), Settings::path, TargetingTelling::settings)
                .each("variants", file.variants(), TargetingTelling::title, TargetingTelling::variant);
    }

    static void value(Facts row, Map.Entry<String, String> value) {
        row.put("name", value.getKey()).put("value", value.getValue());
    }

    private static void targeting(Facts row, DeviceTargeting targeting) {
        row.put("manufacturer", targeting.manufacturer())
                .put("modelName", targeting.modelName())
                .put("operatorName", targeting.operatorName())
                .put("firmwareRevision", targeting.firmwareRevision());
    }

    private static String title(Variant variant) {
        return "variant " + (variant.name() == null ? "without a name" : variant.name());
    }

    private static void variant(Facts facts, Variant variant) {
        facts.told("name", variant.name())
                .put("targets", variant.targetRefs())
                .each("settings", variant.settings(), Settings::path, TargetingTelling::settings);
    }

    private static void settings(Facts facts, Settings settings) {
        facts.told("path", settings.path())
                .table(
                        "values",
                        settings.values(),
                        (row, each) -> row.put("name", each.name()).put("value", each.value()));
    }
}
