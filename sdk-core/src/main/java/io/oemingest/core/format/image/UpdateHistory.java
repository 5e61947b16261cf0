package io.oemingest.core.format.image;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.internal.xml.XmlWriter;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All imaging and update events of one image ({@code UpdateHistory.xml}), in the order of the file. */
public record UpdateHistory(List<UpdateEvent> events) {

    public UpdateHistory {
        events = List.copyOf(events);
    }

    /** Reads a history. @throws io.oemingest.core.format.MalformedFileException with line and column if it is none */
    public static UpdateHistory read(ByteSource source, FormatLimits limits) throws IOException {
        return UpdateHistoryReader.read(source, limits);
    }

    /** What is installed after the last complete event: later events replace by name, removals take away, staging is ignored. */
    public List<HistoryPackage> installedPackages() {
        Map<String, HistoryPackage> installed = new LinkedHashMap<>();
        events.stream()
                .filter(UpdateEvent::isComplete)
                .sorted(Comparator.comparingInt(UpdateEvent::sequence))
                .flatMap(event -> event.packages().stream())
                .forEach(each -> apply(each, installed));
        return List.copyOf(installed.values());
    }

    /** The history as the update tools write it, byte for byte. */
    public byte[] toBytes() {
        XmlWriter xml = new XmlWriter("UTF-8");
        xml.open("UpdateHistory", "xmlns", UpdateHistoryReader.NAMESPACE);
        if (!events.isEmpty()) {
            xml.open("UpdateEvents");
            events.forEach(event -> write(xml, event));
            xml.close();
        }
        return xml.close().toBytes();
    }

    private static void write(XmlWriter xml, UpdateEvent event) {
        xml.open("UpdateEvent")
                .leaf("Sequence", Integer.toString(event.sequence()))
                .nullable("DateTime", event.dateTime())
                .nullable("Summary", event.summary());
        UpdateOutputXml.write(xml, event.output());
        xml.close();
    }

    private static void apply(HistoryPackage change, Map<String, HistoryPackage> installed) {
        String key = change.identity().key();
        if (change.removal()) {
            installed.remove(key);
        } else {
            installed.put(key, change);
        }
    }
}
