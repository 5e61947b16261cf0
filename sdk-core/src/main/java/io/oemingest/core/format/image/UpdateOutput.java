package io.oemingest.core.format.image;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.internal.xml.XmlElement;
import io.oemingest.core.internal.xml.XmlFields;
import io.oemingest.core.internal.xml.XmlReader;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of an imaging run ({@code UpdateOutput.xml}): the same as in one event of an {@link UpdateHistory}.
 *
 * @param overallResult HRESULT, 0 is success
 * @param updateState {@code Update Complete}, {@code Staging Complete}, {@code Staging Failed}, …
 */
public record UpdateOutput(
        @Nullable String description, int overallResult, String updateState, List<HistoryPackage> packages) {
    private static final XmlReader DOCUMENT = new XmlReader("UpdateOSOutput", Set.of(UpdateHistoryReader.NAMESPACE));

    public UpdateOutput {
        packages = List.copyOf(packages);
    }

    /** Reads the output of a run. @throws io.oemingest.core.format.MalformedFileException with line and column if it is none */
    public static UpdateOutput read(ByteSource source, FormatLimits limits) throws IOException {
        return DOCUMENT.read(source, limits, UpdateOutput::output);
    }

    private static UpdateOutput output(XmlElement root) throws IOException {
        List<HistoryPackage> packages = new ArrayList<>();
        XmlElement.Handler each =
                list -> list.children("Package", child -> packages.add(UpdateHistoryReader.historyPackage(child)));
        XmlFields fields =
                XmlFields.read(root, Set.of("Description", "OverallResult", "UpdateState"), Map.of("Packages", each));
        return new UpdateOutput(
                fields.raw("Description"), fields.integer("OverallResult"), fields.required("UpdateState"), packages);
    }
}
