package io.oemingest.core.inspect;

import io.oemingest.core.internal.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one file says of itself, ready to be shown to people and programs. Immutable, safe for threads. */
public final class Inspection {
    private final Inspector.Kind kind;
    private final String file;
    private final List<Item> items;

    Inspection(Inspector.Kind kind, String file, List<Item> items) {
        this.kind = kind;
        this.file = file;
        this.items = List.copyOf(items);
    }

    /** Which kind of file it is, such as {@code package}, {@code ffu} or {@code update-history}; the names never change. */
    public String kind() {
        return kind.id();
    }

    /** What the source of the file was called. */
    public String file() {
        return file;
    }

    /** Lines for people, ended by a line feed. Long tables and texts are cut; control characters are made visible. */
    public String toText() {
        return new InspectionText(false).write(file + ": " + kind.title(), items);
    }

    /** Like {@link #toText}, with nothing cut. */
    public String toFullText() {
        return new InspectionText(true).write(file + ": " + kind.title(), items);
    }

    /**
     * An indented JSON object (RFC 8259) for programs, ended by a line feed: {@code kind} and {@code file}, then the
     * facts in the order of the text, sizes in bytes, digests in hexadecimal, times as in RFC 3339. Lists are always
     * there; a value that the file does not have is left out. Later versions add keys and take none away.
     */
    public String toJson() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("kind", kind.id());
        object.put("file", file);
        object.putAll(InspectionTree.of(items));
        return Json.writeIndented(object);
    }
}
