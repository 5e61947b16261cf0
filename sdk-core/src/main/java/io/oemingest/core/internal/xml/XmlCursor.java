package io.oemingest.core.internal.xml;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The JDK's parser with our limits, which are the same on every Java version, and our exceptions. */
final class XmlCursor implements AutoCloseable {
    private static final Set<String> ENCODINGS = Set.of("utf-8", "utf-16", "us-ascii");
    private static final int PARSER_ATTRIBUTES = 10_000;

    private final String file;
    private final FormatLimits limits;
    private final XMLStreamReader parser;
    private int depth;
    private int textRun;

    XmlCursor(ByteSource source, FormatLimits limits) throws IOException {
        this.file = source.name();
        this.limits = limits;
        try {
            this.parser = factory().createXMLStreamReader(DocumentText.open(source, 4L * limits.maxXmlText()));
            checkEncoding(parser.getCharacterEncodingScheme());
        } catch (XMLStreamException e) {
            throw translate(e);
        }
    }

    private void checkEncoding(@Nullable String declared) throws MalformedFileException {
        if (declared != null && !ENCODINGS.contains(declared.toLowerCase(Locale.ROOT))) {
            throw malformed("the encoding '" + declared + "' is not accepted, only UTF-8 and UTF-16 are");
        }
    }

    // One factory per document: a factory holds on to the last document it read.
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // Later Java versions have lower limits of their own; lifted, so that only ours decide.
        factory.setProperty("jdk.xml.maxElementDepth", "0");
        factory.setProperty("jdk.xml.elementAttributeLimit", Integer.toString(PARSER_ATTRIBUTES));
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside the document is read");
        });
        return factory;
    }

    /** Elements that are open. */
    int depth() {
        return depth;
    }

    String name() {
        return parser.getLocalName();
    }

    String namespace() {
        return Objects.requireNonNullElse(parser.getNamespaceURI(), "");
    }

    XMLStreamReader parser() {
        return parser;
    }

    Location location() {
        return at(parser.getLocation());
    }

    Location moveToRoot() throws IOException {
        while (next() != XMLStreamConstants.START_ELEMENT) {
            // comments and processing instructions before the root say nothing
        }
        return location();
    }

    void moveToEnd() throws IOException {
        while (next() != XMLStreamConstants.END_DOCUMENT) {
            // the parser checks that nothing but comments follows the root
        }
    }

    /** Moves to the next event and returns its kind. */
    int next() throws IOException {
        int event = parse();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start();
            case XMLStreamConstants.END_ELEMENT -> {
                depth--;
                textRun = 0;
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text();
            // Stopped before the parser sees it; a second bolt, because so much hangs on it.
            case XMLStreamConstants.DTD -> throw malformed("a document type declaration is not allowed");
            default -> {}
        }
        return event;
    }

    private int parse() throws IOException {
        try {
            return parser.next();
        } catch (XMLStreamException e) {
            throw translate(e);
        } catch (RuntimeException e) {
            // The parser of some Java versions answers certain broken documents so.
            throw new MalformedFileException(location(), "is not well-formed XML", e);
        }
    }

    private void start() throws MalformedFileException {
        textRun = 0;
        if (++depth > limits.maxXmlDepth()) {
            throw malformed("elements are nested more than " + limits.maxXmlDepth() + " deep");
        }
        int count = parser.getAttributeCount();
        if (count > limits.maxXmlAttributes()) {
            throw malformed("element '" + name() + "' has " + count + " attributes, at most "
                    + limits.maxXmlAttributes() + " are allowed");
        }
        for (int i = 0; i < count; i++) {
            checkLength(parser.getAttributeValue(i).length());
        }
    }

    private void text() throws MalformedFileException {
        textRun = Math.addExact(textRun, parser.getTextLength());
        checkLength(textRun);
    }

    void checkLength(int length) throws MalformedFileException {
        if (length > limits.maxXmlText()) {
            throw malformed("a text has more than the " + limits.maxXmlText() + " characters allowed");
        }
    }

    MalformedFileException malformed(String problem) {
        return new MalformedFileException(location(), problem);
    }

    private IOException translate(XMLStreamException e) {
        return e.getNestedException() instanceof IOException cause
                ? cause
                : new MalformedFileException(at(e.getLocation()), "is not well-formed XML: " + detail(e), e);
    }

    private static String detail(XMLStreamException e) {
        String text = Objects.requireNonNullElse(e.getMessage(), "no details");
        // The parser puts the place in front, which the location already tells.
        return text.substring(text.indexOf('\n') + 1)
                .replaceFirst("^Message: ", "")
                .strip();
    }

    private Location at(javax.xml.stream.@Nullable Location place) {
        return place == null || place.getLineNumber() < 1
                ? Location.ofFile(file)
                : Location.ofLine(file, place.getLineNumber(), place.getColumnNumber());
    }

    @Override
    public void close() throws IOException {
        try {
            parser.close();
        } catch (XMLStreamException e) {
            throw translate(e);
        }
    }
}
