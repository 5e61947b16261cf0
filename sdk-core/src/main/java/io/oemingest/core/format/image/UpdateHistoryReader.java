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

/** Reads {@link UpdateHistory} from XML, children in any order, as its schema allows. */
final class UpdateHistoryReader {
    static final String NAMESPACE = "http://schemas.microsoft.com/embedded/2004/10/ImageUpdate";

    private static final XmlReader DOCUMENT = new XmlReader("UpdateHistory", Set.of(NAMESPACE));

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
        List<UpdateOutput> outputs = new ArrayList<>(1);
        XmlFields fields = XmlFields.read(
                element,
                Set.of("Sequence", "DateTime", "Summary"),
                Map.of(UpdateOutputXml.ELEMENT, child -> outputs.add(UpdateOutputXml.read(child))));
        int sequence = fields.integer("Sequence");
        if (outputs.isEmpty()) {
            throw fields.malformed("UpdateEvent", "has no '" + UpdateOutputXml.ELEMENT + "'");
        }
        return new UpdateEvent(sequence, fields.raw("DateTime"), fields.raw("Summary"), outputs.get(0));
    }
}
