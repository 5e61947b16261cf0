package io.oemingest.core.format.image;

import io.oemingest.core.format.image.UpdateOutput.Progress;
import io.oemingest.core.internal.xml.XmlElement;
import io.oemingest.core.internal.xml.XmlFields;
import io.oemingest.core.internal.xml.XmlWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The element {@code UpdateOSOutput}, children in any order on reading. */
final class UpdateOutputXml {
    static final String ELEMENT = "UpdateOSOutput";

    private UpdateOutputXml() {}

    static UpdateOutput read(XmlElement element) throws IOException {
        List<HistoryPackage> packages = new ArrayList<>();
        List<Progress> progress = new ArrayList<>(1);
        XmlFields fields = XmlFields.read(
                element,
                Set.of("Description", "OverallResult", "UpdateState"),
                Map.of(
                        "Progress",
                        child -> progress.add(progress(child)),
                        "Packages",
                        list -> list.children("Package", each -> packages.add(HistoryPackageXml.read(each)))));
        return new UpdateOutput(
                fields.raw("Description"),
                fields.integer("OverallResult"),
                fields.required("UpdateState"),
                progress.isEmpty() ? null : progress.get(0),
                packages);
    }

    private static Progress progress(XmlElement element) throws IOException {
        XmlFields fields = XmlFields.read(element, Set.of("CompletedIncrements", "TotalIncrements"), Map.of());
        return new Progress(fields.integer("CompletedIncrements"), fields.integer("TotalIncrements"));
    }

    static void write(XmlWriter xml, UpdateOutput output, String... attributes) {
        xml.open(ELEMENT, attributes)
                .nullable("Description", output.description())
                .leaf("OverallResult", Integer.toString(output.overallResult()))
                .leaf("UpdateState", output.updateState());
        Progress progress = output.progress();
        if (progress != null) {
            xml.open("Progress")
                    .leaf("CompletedIncrements", Integer.toString(progress.completedIncrements()))
                    .leaf("TotalIncrements", Integer.toString(progress.totalIncrements()))
                    .close();
        }
        // Real files have the empty list of a failed event, although the schema wants one package at least.
        if (output.packages().isEmpty()) {
            xml.empty("Packages");
        } else {
            xml.open("Packages");
            output.packages().forEach(each -> HistoryPackageXml.write(xml, each));
            xml.close();
        }
        xml.close();
    }
}
