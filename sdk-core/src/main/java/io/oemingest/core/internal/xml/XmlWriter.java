package io.oemingest.core.internal.xml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a document in the layout of the field: UTF-8, CRLF, two blanks of indentation, nothing after the root. */
public final class XmlWriter {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Starts a document; {@code encoding} is the spelling of UTF-8 in the declaration. */
    public XmlWriter(String encoding) {
        out.append("<?xml version=\"1.0\" encoding=\"").append(encoding).append("\"?>");
    }

    /** Starts an element; attributes are names and values in turn, a null value leaves the attribute out. */
    public XmlWriter open(String name, @Nullable String... attributes) {
        tag(name, attributes).append('>');
        open.push(name);
        return this;
    }

    public XmlWriter close() {
        String name = open.pop();
        newLine().append("</").append(name).append('>');
        return this;
    }

    /** An element without content. */
    public XmlWriter empty(String name, @Nullable String... attributes) {
        tag(name, attributes).append(" />");
        return this;
    }

    /** An element with text. */
    public XmlWriter leaf(String name, String text) {
        tag(name).append('>');
        escape(text, false);
        out.append("</").append(name).append('>');
        return this;
    }

    /** An element with text, nothing at all if the text is null or empty. */
    public XmlWriter optional(String name, @Nullable String text) {
        return text == null || text.isEmpty() ? this : leaf(name, text);
    }

    /** An element with text that may be empty, nothing at all if the value is null. */
    public XmlWriter nullable(String name, @Nullable Object value) {
        return value == null ? this : leaf(name, value.toString());
    }

    /** An element with one element for each text, nothing at all if there is none. */
    public XmlWriter list(String name, String item, List<String> texts) {
        if (!texts.isEmpty()) {
            open(name);
            texts.forEach(text -> leaf(item, text));
            close();
        }
        return this;
    }

    /** The document, complete. @throws IllegalStateException if an element is still open */
    public byte[] toBytes() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Element '" + open.peek() + "' is still open");
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private StringBuilder tag(String name, @Nullable String... attributes) {
        newLine().append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            String value = attributes[i + 1];
            if (value != null) {
                out.append(' ').append(attributes[i]).append("=\"");
                escape(value, true);
                out.append('"');
            }
        }
        return out;
    }

    private StringBuilder newLine() {
        return out.append("\r\n").append("  ".repeat(open.size()));
    }

    private void escape(String text, boolean attribute) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                case '\r' -> out.append("&#13;");
                case '\n', '\t' -> out.append(attribute ? "&#" + c + ";" : Character.toString(c));
                default -> out.appendCodePoint(checked(c));
            }
        });
    }

    private static int checked(int c) {
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        if (c < 0x20 || surrogate || c == 0xfffe || c == 0xffff) {
            throw new IllegalArgumentException("XML cannot hold the character U+%04X".formatted(c));
        }
        return c;
    }
}
