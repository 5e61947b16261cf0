package io.oemingest.core.inspect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an inspection tells, piece by piece. Keys are those of the JSON; people read them as words. */
sealed interface Item {

    String key();

    /**
     * A key and its value.
     *
     * @param value null if the file does not say
     * @param shown whether people see it here; if not, a title tells it already
     */
    record Fact(String key, @Nullable Value value, boolean shown) implements Item {}

    /**
     * Facts that belong together.
     *
     * @param title null where people need none
     */
    record Group(String key, @Nullable String title, List<Item> items) implements Item {
        public Group {
            items = List.copyOf(items);
        }
    }

    /** Groups of the same make, in their order. */
    record Groups(String key, List<Group> groups) implements Item {
        public Groups {
            groups = List.copyOf(groups);
        }
    }

    /** Rows of facts with the same keys, in their order. */
    record Table(String key, List<List<Fact>> rows) implements Item {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /** The key in words: {@code ownerType} is "owner type". */
    static String label(String key) {
        return key.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(java.util.Locale.ROOT);
    }
}
