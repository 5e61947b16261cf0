package io.oemingest.core.format.image;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a registry file. */
final class RegistryFileReader {
    static final String HEADER = "Windows Registry Editor Version 5.00";

    private final String file;
    private final int limit;
    private final boolean onlyLists;
    private final BufferedReader lines;
    private final List<RegistryValue> values = new ArrayList<>();
    private String key = "";
    private int number;

    private RegistryFileReader(ByteSource source, int limit, boolean onlyLists) {
        this.file = source.name();
        this.limit = limit;
        this.onlyLists = onlyLists;
        InputStream text = source.slice(file, 2, source.size() - 2).stream();
        this.lines = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_16LE.newDecoder()));
    }

    static List<RegistryValue> read(ByteSource source, FormatLimits limits) throws IOException {
        return read(source, limits, false);
    }

    /** Reads a file that may have lists of texts only. */
    static List<RegistryValue> readLists(ByteSource source, FormatLimits limits) throws IOException {
        return read(source, limits, true);
    }

    private static List<RegistryValue> read(ByteSource source, FormatLimits limits, boolean onlyLists)
            throws IOException {
        checkStart(source, limits);
        RegistryFileReader reader = new RegistryFileReader(source, limits.maxMembers(), onlyLists);
        reader.readLines();
        return reader.values;
    }

    private static void checkStart(ByteSource source, FormatLimits limits) throws IOException {
        Location place = Location.ofFile(source.name());
        if (source.size() > limits.maxInMemory()) {
            throw new MalformedFileException(
                    place, "has " + source.size() + " bytes, at most " + limits.maxInMemory() + " are allowed");
        }
        byte[] mark = new byte[2];
        int count = source.read(0, mark, 0, mark.length);
        if (count < mark.length || mark[0] != (byte) 0xff || mark[1] != (byte) 0xfe) {
            throw new MalformedFileException(place, "does not begin with the byte order mark of UTF-16LE");
        }
    }

    private void readLines() throws IOException {
        String line = nextLine();
        if (line == null || !line.equals(HEADER)) {
            throw malformed(1, 1, "the first line is not '" + HEADER + "'");
        }
        for (line = nextLine(); line != null; line = nextLine()) {
            if (line.startsWith("[")) {
                readKey(number, line);
            } else if (!line.isEmpty() && !line.startsWith(";")) {
                readValue(number, continued(line));
            }
        }
    }

    private @Nullable String nextLine() throws IOException {
        number++;
        try {
            String line = lines.readLine();
            return line == null ? null : line.strip();
        } catch (CharacterCodingException e) {
            throw new MalformedFileException(Location.ofLine(file, number, 1), "is not UTF-16LE text", e);
        }
    }

    private void readKey(int row, String line) throws MalformedFileException {
        if (!line.endsWith("]") || line.length() < 3) {
            throw malformed(row, line.length(), "the key has no closing ']'");
        }
        key = line.substring(1, line.length() - 1);
    }

    // Hexadecimal data goes on in the next line after a backslash; a text value ends in a quotation mark instead.
    private String continued(String first) throws IOException {
        StringBuilder whole = new StringBuilder(first);
        while (whole.length() > 0 && whole.charAt(whole.length() - 1) == '\\') {
            whole.setLength(whole.length() - 1);
            String line = nextLine();
            whole.append(line == null ? "" : line);
        }
        return whole.toString();
    }

    private void readValue(int row, String line) throws MalformedFileException {
        if (values.size() == limit) {
            throw malformed(row, 1, "a registry file has at most " + limit + " values");
        }
        if (key.isEmpty()) {
            throw malformed(row, 1, "a value stands before the first key");
        }
        int equals = line.startsWith("@") ? 1 : closingQuote(line) + 1;
        if (equals == 0 || equals >= line.length() || line.charAt(equals) != '=') {
            throw malformed(row, Math.max(equals, 0) + 1, "a value is not of the form \"name\"=data");
        }
        String name = line.startsWith("@") ? "" : unescape(line.substring(1, equals - 1));
        String data = line.substring(equals + 1);
        // A minus deletes, on a key or a value: it leaves nothing to know.
        if (!data.equals("-") && !key.startsWith("-")) {
            RegistryValue value = value(row, equals + 2, name, data);
            if (onlyLists && !value.type().equals(RegistryData.LIST)) {
                throw malformed(row, equals + 2, "only lists of texts can be appended, '" + name + "' is none");
            }
            values.add(value);
        }
    }

    private RegistryValue value(int row, int column, String name, String data) throws MalformedFileException {
        if (data.startsWith("\"")) {
            if (data.length() < 2 || closingQuote(data) != data.length() - 1) {
                throw malformed(row, column, "the text of '" + name + "' has no closing quotation mark");
            }
            return RegistryValue.text(key, name, unescape(data.substring(1, data.length() - 1)));
        }
        RegistryValue value = RegistryData.parse(key, name, data);
        if (value == null) {
            throw malformed(row, column, "the data of '" + name + "' is neither text, dword nor hex");
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
