package io.oemingest.core.format.image;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.internal.xml.XmlReader;
import io.oemingest.core.internal.xml.XmlWriter;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of an imaging run, in one event of an {@link UpdateHistory} or alone in {@code UpdateOutput.xml}.
 *
 * @param description of an imaging run the description of the OEM input
 * @param overallResult HRESULT, 0 is success
 * @param updateState {@code Update Complete}, {@code Staging Complete}, {@code Staging Failed}, …
 * @param progress never seen in a real file
 * @param packages empty in some failed events
 */
public record UpdateOutput(
        @Nullable String description,
        int overallResult,
        String updateState,
        @Nullable Progress progress,
        List<HistoryPackage> packages) {
    private static final XmlReader DOCUMENT =
            new XmlReader(UpdateOutputXml.ELEMENT, Set.of(UpdateHistoryReader.NAMESPACE));

    /** How far a run came. */
    public record Progress(int completedIncrements, int totalIncrements) {}

    public UpdateOutput {
        packages = List.copyOf(packages);
    }

    /** A run without progress. */
    public UpdateOutput(
            @Nullable String description, int overallResult, String updateState, List<HistoryPackage> packages) {
        this(description, overallResult, updateState, null, packages);
    }

    /** Reads the output of a run. @throws io.oemingest.core.format.MalformedFileException with line and column if it is none */
    public static UpdateOutput read(ByteSource source, FormatLimits limits) throws IOException {
        return DOCUMENT.read(source, limits, UpdateOutputXml::read);
    }

    /** Whether the run changed what is installed. */
    public boolean isComplete() {
        return updateState.equalsIgnoreCase("Update Complete");
    }

    /** The packages whose name an earlier one has already, which no sound update holds. */
    public List<HistoryPackage> duplicates() {
        Set<String> names = new HashSet<>();
        return packages.stream()
                .filter(each -> !names.add(each.identity().key()))
                .toList();
    }

    /** The document as the update tools write it. */
    public byte[] toBytes() {
        XmlWriter xml = new XmlWriter("UTF-8");
        UpdateOutputXml.write(xml, this, "xmlns", UpdateHistoryReader.NAMESPACE);
        return xml.toBytes();
    }
}
