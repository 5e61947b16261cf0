package io.oemingest.core.signing;

import io.oemingest.core.format.MalformedFileException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of one SEQUENCE, taken from the first to the last. */
final class DerFields {
    private final DerNode whole;
    private final String name;
    private final List<DerNode> nodes;
    private int next;

    DerFields(DerNode whole, String name, List<DerNode> nodes) {
        this.whole = whole;
        this.name = name;
        this.nodes = nodes;
    }

    DerNode next(String field) throws MalformedFileException {
        if (next == nodes.size()) {
            throw whole.malformed(name + " ends before its " + field);
        }
        return nodes.get(next++);
    }

    DerNode next(int tag, String field) throws MalformedFileException {
        return next(field).expect(tag, field);
    }

    /** The next field if it has this tag, else null and nothing is taken. */
    @Nullable
    DerNode optional(int tag) {
        return next < nodes.size() && nodes.get(next).is(tag) ? nodes.get(next++) : null;
    }

    void end() throws MalformedFileException {
        if (next != nodes.size()) {
            throw nodes.get(next).malformed("does not belong into " + name);
        }
    }
}
