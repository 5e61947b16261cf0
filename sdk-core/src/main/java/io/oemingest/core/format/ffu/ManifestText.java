package io.oemingest.core.format.ffu;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a manifest: {@code [Section]}, {@code Key = Value}, nothing. Any other line goes on with the description
 * that comes before it.
 */
final class ManifestText {
    private static final String PART = "manifest";
    private static final String DESCRIPTION = "Description";

    private final String file;
    private final FormatLimits limits;
    private final List<ManifestSection> sections = new ArrayList<>();
    private int entries;
    private @Nullable ManifestSection current;
    private @Nullable StringBuilder description;

    ManifestText(String file, FormatLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    /** The sections in their order. The source holds the manifest alone, not more than the limits allow in memory. */
    List<ManifestSection> parse(ByteSource manifest) throws IOException {
        String text = new String(manifest.readAll(limits.maxInMemory()), StandardCharsets.ISO_8859_1);
        int number = 1;
        for (int at = 0; at < text.length(); number++) {
            int next = text.indexOf('\n', at);
            int end = next < 0 ? text.length() : next;
            checkAscii(text.substring(at, end), number);
            line(text.substring(at, end).strip(), number);
            at = end + 1;
        }
        endDescription();
        return sections;
    }

    MalformedFileException malformed(int line, String problem) {
        return new MalformedFileException(new Location(file, PART, null, line, 1), problem);
    }

    private void line(String text, int number) throws MalformedFileException {
        int equals = text.indexOf('=');
        String key = equals < 0 ? "" : text.substring(0, equals).strip();
        if (text.startsWith("[") && text.endsWith("]")) {
            endDescription();
            begin(text.substring(1, text.length() - 1), number);
        } else if (!key.isEmpty() && key.chars().noneMatch(Character::isWhitespace)) {
            endDescription();
            String value = text.substring(equals + 1).strip();
            count(number);
            section(number).put(key, value, number);
            description = key.equals(DESCRIPTION) ? new StringBuilder(value) : null;
        } else if (description != null) {
            description.append('\n').append(text);
        } else if (!text.isEmpty()) {
            throw malformed(number, "is neither a section nor a key with a value");
        }
    }

    private void begin(String name, int number) throws MalformedFileException {
        count(number);
        current = new ManifestSection(this, name, number);
        sections.add(current);
    }

    private void count(int number) throws MalformedFileException {
        entries++;
        if (entries > limits.maxMembers()) {
            throw malformed(number, "has more than the " + limits.maxMembers() + " sections and keys allowed");
        }
    }

    /** Empty lines behind a description only part it from what follows. */
    private void endDescription() {
        if (description != null && current != null) {
            current.values().put(DESCRIPTION, description.toString().stripTrailing());
        }
        description = null;
    }

    private ManifestSection section(int number) throws MalformedFileException {
        if (current == null) {
            throw malformed(number, "comes before the first section");
        }
        return current;
    }

    private void checkAscii(String line, int number) throws MalformedFileException {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c >= 0x7f || (c < ' ' && c != '\t' && c != '\r')) {
                throw new MalformedFileException(
                        new Location(file, PART, null, number, i + 1), "has a character that is not printable ASCII");
            }
        }
    }
}
