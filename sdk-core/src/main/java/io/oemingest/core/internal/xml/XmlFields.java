package io.oemingest.core.internal.xml;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The children of an element whose order is free and each of which may occur once. Unknown children are skipped. */
public final class XmlFields {
    private final XmlElement parent;
    private final Map<String, Field> fields = new HashMap<>();

    private record Field(Location location, String text) {}

    private XmlFields(XmlElement parent) {
        this.parent = parent;
    }

    /** Reads the children: the text of {@code leaves}, and whatever the handlers take from the {@code nested} ones. */
    public static XmlFields read(XmlElement parent, Set<String> leaves, Map<String, XmlElement.Handler> nested)
            throws IOException {
        XmlFields result = new XmlFields(parent);
        Set<String> seen = new HashSet<>();
        parent.children(child -> {
            XmlElement.Handler handler = nested.get(child.name());
            if (handler == null && !leaves.contains(child.name())) {
                return;
            }
            if (!seen.add(child.name())) {
                throw child.malformed("element '" + child.name() + "' occurs twice in '" + parent.name() + "'");
            }
            if (handler != null) {
                handler.element(child);
            } else {
                result.fields.put(child.name(), new Field(child.location(), child.text()));
            }
        });
        return result;
    }

    /** Text without surrounding blanks; null if the element is absent or empty. */
    public @Nullable String text(String name) {
        Field field = fields.get(name);
        return field == null || field.text.isBlank() ? null : field.text.strip();
    }

    /** Text as written; null if the element is absent. */
    public @Nullable String raw(String name) {
        Field field = fields.get(name);
        return field == null ? null : field.text;
    }

    /** Text without surrounding blanks. @throws MalformedFileException if the element is absent or empty */
    public String required(String name) throws MalformedFileException {
        String text = text(name);
        if (text == null) {
            Field field = fields.get(name);
            throw field == null
                    ? parent.malformed("element '" + parent.name() + "' has no '" + name + "'")
                    : new MalformedFileException(field.location, "element '" + name + "' is empty");
        }
        return text;
    }

    /** A truth value, false if absent. */
    public boolean flag(String name) throws MalformedFileException {
        String text = text(name);
        if (text == null || text.equalsIgnoreCase("false") || text.equals("0")) {
            return false;
        }
        if (text.equalsIgnoreCase("true") || text.equals("1")) {
            return true;
        }
        throw malformed(name, "is neither 'true' nor 'false': '" + text + "'");
    }

    /** A signed 32-bit number. */
    public int integer(String name) throws MalformedFileException {
        String text = required(name);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw malformed(name, "is not a whole number: '" + text + "'");
        }
    }

    /** A size in bytes, null if absent. */
    public @Nullable Long size(String name) throws MalformedFileException {
        Field field = fields.get(name);
        return field == null || field.text.isBlank()
                ? null
                : XmlNumbers.size(field.location, "element '" + name + "'", field.text.strip());
    }

    /** A whole number above 0. */
    public long positive(String name) throws MalformedFileException {
        String text = required(name);
        long number = XmlNumbers.decimal(text);
        if (number <= 0) {
            throw malformed(name, "is not a positive whole number: '" + text + "'");
        }
        return number;
    }

    /** A number from 0, decimal or hexadecimal behind {@code 0x}; null if absent or empty. */
    public @Nullable Long number(String name) throws MalformedFileException {
        String text = text(name);
        if (text == null) {
            return null;
        }
        long number = XmlNumbers.decimalOrHex(text);
        if (number < 0) {
            throw malformed(name, "is neither a decimal nor a 0x number: '" + text + "'");
        }
        return number;
    }

    /** One of {@code choices}, null if absent or empty. */
    public @Nullable String choice(String name, List<String> choices) throws MalformedFileException {
        String text = text(name);
        if (text != null && !choices.contains(text)) {
            throw malformed(name, "is none of " + String.join(", ", choices) + ": '" + text + "'");
        }
        return text;
    }

    /** A complaint that points at a child, or at the parent if there is no such child. */
    public MalformedFileException malformed(String name, String problem) {
        Field field = fields.get(name);
        Location place = field == null ? parent.location() : field.location;
        return new MalformedFileException(place, "element '" + name + "' " + problem);
    }
}
