package io.oemingest.core.format.image;

import io.oemingest.core.internal.xml.XmlWriter;

/** Writes {@link ImageCustomizations}. */
final class ImageCustomizationsWriter {
    private final XmlWriter xml = new XmlWriter("utf-8");

    private ImageCustomizationsWriter() {}

    static byte[] write(ImageCustomizations answers) {
        return new ImageCustomizationsWriter().document(answers);
    }

    private byte[] document(ImageCustomizations answers) {
        ImageCustomizations.Header header = answers.header();
        xml.open(
                "ImageCustomizations",
                "xmlns",
                UpdateHistoryReader.NAMESPACE,
                "Name",
                header.name(),
                "Description",
                header.description(),
                "Owner",
                header.owner(),
                "OwnerType",
                header.ownerType());
        if (!answers.targets().isEmpty()) {
            xml.open("Targets");
            answers.targets().forEach(this::target);
            xml.close();
        }
        if (!answers.statics().isEmpty()) {
            xml.open("Static");
            answers.statics().forEach(this::settings);
            xml.close();
        }
        answers.variants().forEach(this::variant);
        return xml.close().toBytes();
    }

    private void target(ImageCustomizations.Target target) {
        xml.open("Target", "Id", target.id());
        target.states().forEach(state -> {
            xml.open("TargetState");
            state.forEach(each -> xml.empty("Condition", "Name", each.name(), "Value", each.value()));
            xml.close();
        });
        xml.close();
    }

    private void variant(ImageCustomizations.Variant variant) {
        xml.open("Variant", "Name", variant.name());
        if (!variant.targetRefs().isEmpty()) {
            xml.open("TargetRefs");
            variant.targetRefs().forEach(id -> xml.empty("TargetRef", "Id", id));
            xml.close();
        }
        variant.settings().forEach(this::settings);
        xml.close();
    }

    private void settings(ImageCustomizations.Settings settings) {
        xml.open("Settings", "Path", settings.path());
        settings.values().forEach(each -> xml.empty("Setting", "Name", each.name(), "Value", each.value()));
        xml.close();
    }
}
