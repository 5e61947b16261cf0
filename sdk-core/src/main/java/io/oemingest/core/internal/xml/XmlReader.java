package io.oemingest.core.internal.xml;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.util.Set;

/**
 * Reads one kind of document, known by its root element. Nothing outside the document is ever fetched, a document type
 * is refused, and every complaint has line and column, the column being the one behind the start tag concerned.
 *
 * @param root local name of the root element
 * @param namespaces the namespaces whose elements are read; elements of others are skipped
 */
public record XmlReader(String root, Set<String> namespaces) {

    /** The root element of a document. */
    public record Root(String name, String namespace) {}

    /** Turns an element into a value. */
    @FunctionalInterface
    public interface Binding<T> {
        T read(XmlElement element) throws IOException;
    }

    public XmlReader {
        namespaces = Set.copyOf(namespaces);
    }

    /** Reads only as far as the root element. @throws MalformedFileException if there is none */
    public static Root rootOf(ByteSource source, FormatLimits limits) throws IOException {
        try (XmlCursor cursor = new XmlCursor(source, limits)) {
            cursor.moveToRoot();
            return new Root(cursor.name(), cursor.namespace());
        }
    }

    /** Reads the document to its end. @throws MalformedFileException if it is not this kind of document or beyond the limits */
    public <T> T read(ByteSource source, FormatLimits limits, Binding<T> binding) throws IOException {
        if (source.size() > limits.maxInMemory()) {
            throw new MalformedFileException(
                    Location.ofFile(source.name()),
                    "the XML document has " + source.size() + " bytes, at most " + limits.maxInMemory()
                            + " are allowed");
        }
        try (XmlCursor cursor = new XmlCursor(source, limits)) {
            XmlElement element = new XmlElement(cursor, namespaces, cursor.moveToRoot());
            checkRoot(element);
            T result = binding.read(element);
            element.skip();
            cursor.moveToEnd();
            return result;
        }
    }

    private void checkRoot(XmlElement element) throws MalformedFileException {
        if (!element.name().equals(root)) {
            throw element.malformed("the root element is '" + element.name() + "', expected '" + root + "'");
        }
        if (!namespaces.contains(element.namespace())) {
            throw element.malformed("the root element '" + root + "' is in namespace '" + element.namespace() + "'");
        }
    }
}
