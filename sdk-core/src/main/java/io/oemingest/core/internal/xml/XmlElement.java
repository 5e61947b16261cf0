package io.oemingest.core.internal.xml;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** An element while the reader stands inside it: its content can be taken once, in document order. */
public final class XmlElement {
    private final XmlCursor cursor;
    private final Set<String> namespaces;
    private final Location location;
    private final String name;
    private final String namespace;
    private final Map<String, String> attributes;
    private final int depth;

    /** Does something with an element; what it leaves unread is skipped. */
    @FunctionalInterface
    public interface Handler {
        void element(XmlElement element) throws IOException;
    }

    XmlElement(XmlCursor cursor, Set<String> namespaces, Location location) {
        this.cursor = cursor;
        this.namespaces = namespaces;
        this.location = location;
        this.name = cursor.name();
        this.namespace = cursor.namespace();
        this.attributes = attributes(cursor.parser());
        this.depth = cursor.depth();
    }

    private static Map<String, String> attributes(XMLStreamReader parser) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < parser.getAttributeCount(); i++) {
            if (parser.getAttributeNamespace(i) == null) {
                attributes.put(parser.getAttributeLocalName(i), parser.getAttributeValue(i));
            }
        }
        return attributes;
    }

    /** Local name, without prefix. */
    public String name() {
        return name;
    }

    public String namespace() {
        return namespace;
    }

    public Location location() {
        return location;
    }

    /** Value of an attribute without namespace, null if absent. */
    public @Nullable String attribute(String key) {
        return attributes.get(key);
    }

    public String requiredAttribute(String key) throws MalformedFileException {
        String value = attributes.get(key);
        if (value == null) {
            throw malformed("element '" + name + "' has no attribute '" + key + "'");
        }
        return value;
    }

    /** Hands every child of a known namespace to {@code handler}, in document order. */
    public void children(Handler handler) throws IOException {
        while (cursor.depth() >= depth) {
            if (cursor.next() == XMLStreamConstants.START_ELEMENT) {
                XmlElement child = new XmlElement(cursor, namespaces, cursor.location());
                if (namespaces.contains(child.namespace)) {
                    handler.element(child);
                }
                child.skip();
            }
        }
    }

    /** Hands the children of one name to {@code handler} and skips the others. */
    public void children(String wanted, Handler handler) throws IOException {
        children(child -> {
            if (child.name.equals(wanted)) {
                handler.element(child);
            }
        });
    }

    /** The text directly inside, blanks and all; elements inside are skipped. */
    public String text() throws IOException {
        StringBuilder text = new StringBuilder();
        while (cursor.depth() >= depth) {
            switch (cursor.next()) {
                case XMLStreamConstants.START_ELEMENT -> new XmlElement(cursor, namespaces, cursor.location()).skip();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    append(text, cursor.parser().getText());
                default -> {}
            }
        }
        return text.toString();
    }

    private void append(StringBuilder text, String more) throws MalformedFileException {
        cursor.checkLength(text.length() + more.length());
        text.append(more);
    }

    void skip() throws IOException {
        while (cursor.depth() >= depth) {
            cursor.next();
        }
    }

    public MalformedFileException malformed(String problem) {
        return new MalformedFileException(location, problem);
    }
}
