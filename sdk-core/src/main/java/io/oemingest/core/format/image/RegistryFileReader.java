package io.oemingest.core.format.image;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the lines of a registry file. */
final class RegistryFileReader {
    static final String HEADER = "Windows Registry Editor Version 5.00";

    private final String file;
    private final String[] lines;
    private final List<RegistryValue> values = new ArrayList<>();
    private String key = "";
    private int next;

    private RegistryFileReader(String file, String text) {
        this.file = file;
        this.lines = text.split("\r\n|\r|\n", -1);
    }

    static List<RegistryValue> read(ByteSource source, FormatLimits limits) throws IOException {
        RegistryFileReader reader = new RegistryFileReader(source.name(), text(source, limits));
        reader.readLines();
        return reader.values;
    }

    private static String text(ByteSource source, FormatLimits limits) throws IOException {
        Location place = Location.ofFile(source.name());
        if (source.size() > limits.maxInMemory()) {
            throw new MalformedFileException(
                    place, "has " + source.size() + " bytes, at most " + limits.maxInMemory() + " are allowed");
        }
        byte[] bytes = source.readAll(limits.maxInMemory());
        if (bytes.length < 2 || bytes[0] != (byte) 0xff || bytes[1] != (byte) 0xfe) {
            throw new MalformedFileException(place, "does not begin with the byte order mark of UTF-16LE");
        }
        try {
            return StandardCharsets.UTF_16LE
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 2, bytes.length - 2))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedFileException(place, "is not UTF-16LE text", e);
        }
    }

    private void readLines() throws MalformedFileException {
        if (!lines[0].strip().equals(HEADER)) {
            throw malformed(1, 1, "the first line is not '" + HEADER + "'");
        }
        next = 1;
        while (next < lines.length) {
            int number = next + 1;
            String line = lines[next++].strip();
            if (line.startsWith("[")) {
                readKey(number, line);
            } else if (!line.isEmpty() && !line.startsWith(";")) {
                readValue(number, continued(line));
            }
        }
    }

    private void readKey(int number, String line) throws MalformedFileException {
        if (!line.endsWith("]") || line.length() < 3) {
            throw malformed(number, line.length(), "the key has no closing ']'");
        }
        key = line.substring(1, line.length() - 1);
    }

    // Hexadecimal data goes on in the next line after a backslash; a text value ends in a quotation mark instead.
    private String continued(String line) {
        StringBuilder whole = new StringBuilder(line);
        while (whole.length() > 0 && whole.charAt(whole.length() - 1) == '\\' && next < lines.length) {
            whole.setLength(whole.length() - 1);
            whole.append(lines[next++].strip());
        }
        return whole.toString();
    }

    private void readValue(int number, String line) throws MalformedFileException {
        if (key.isEmpty()) {
            throw malformed(number, 1, "a value stands before the first key");
        }
        int equals = line.startsWith("@") ? 1 : closingQuote(line) + 1;
        if (equals == 0 || equals >= line.length() || line.charAt(equals) != '=') {
            throw malformed(number, Math.max(equals, 0) + 1, "a value is not of the form \"name\"=data");
        }
        String name = line.startsWith("@") ? "" : unescape(line.substring(1, equals - 1));
        String data = line.substring(equals + 1);
        // A minus deletes, on a key or a value: it leaves nothing to know.
        if (!data.equals("-") && !key.startsWith("-")) {
            values.add(value(number, equals + 2, name, data));
        }
    }

    private RegistryValue value(int number, int column, String name, String data) throws MalformedFileException {
        if (data.startsWith("\"")) {
            if (data.length() < 2 || closingQuote(data) != data.length() - 1) {
                throw malformed(number, column, "the text of '" + name + "' has no closing quotation mark");
            }
            return RegistryValue.text(key, name, unescape(data.substring(1, data.length() - 1)));
        }
        RegistryValue value = RegistryData.parse(key, name, data);
        if (value == null) {
            throw malformed(number, column, "the data of '" + name + "' is neither text, dword nor hex");
        }
        return value;
    }

    /** Index of the quotation mark that closes the one at the start, -1 if there is none. */
    private static int closingQuote(String text) {
        if (!text.startsWith("\"")) {
            return -1;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                return i;
            }
            i += c == '\\' ? 1 : 0;
        }
        return -1;
    }

    private static String unescape(String text) {
        return text.replace("\\\"", "\"").replace("\\\\", "\\");
    }

    private MalformedFileException malformed(int line, int column, String problem) {
        return new MalformedFileException(Location.ofLine(file, line, column), problem);
    }
}
