package io.oemingest.core.inspect;

import io.oemingest.core.io.TerminalText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays out what an inspection tells as lines for people: aligned, and cut to a sensible length unless told not to. */
final class InspectionText {
    private static final int MOST_ROWS = 20;
    private static final int MOST_CHARACTERS = 160;
    private static final int MOST_IN_A_CELL = 72;

    private final StringBuilder text = new StringBuilder();
    private final boolean full;

    /** @param full whether nothing is cut */
    InspectionText(boolean full) {
        this.full = full;
    }

    String write(String heading, List<Item> items) {
        line(0, TerminalText.safe(heading));
        items(1, items);
        return text.toString();
    }

    private void items(int depth, List<Item> items) {
        int width = width(items);
        for (Item item : items) {
            if (item instanceof Item.Fact fact) {
                fact(depth, width, fact);
            } else if (item instanceof Item.Group group) {
                group(depth, group);
            } else if (item instanceof Item.Groups groups) {
                groups(depth, groups);
            } else if (item instanceof Item.Table table) {
                table(depth, table);
            }
        }
    }

    // Facts of a group without a heading stand in the same column as those around it.
    private static int width(List<Item> items) {
        int width = 0;
        for (Item item : items) {
            if (isVisible(item)) {
                width = Math.max(width, Item.label(item.key()).length());
            } else if (item instanceof Item.Group group && group.title() == null) {
                width = Math.max(width, width(group.items()));
            }
        }
        return width;
    }

    private static boolean isVisible(Item item) {
        return item instanceof Item.Fact fact && fact.shown() && fact.value() != null;
    }

    private void fact(int depth, int width, Item.Fact fact) {
        Value value = fact.value();
        if (value != null && fact.shown()) {
            line(depth, TextTable.left(Item.label(fact.key()), width) + "  " + cut(value.text(), MOST_CHARACTERS));
        }
    }

    private void group(int depth, Item.Group group) {
        String title = group.title();
        if (title == null) {
            items(depth, group.items());
        } else {
            line(depth, TerminalText.safe(title));
            items(depth + 1, group.items());
        }
    }

    private void groups(int depth, Item.Groups groups) {
        if (groups.groups().isEmpty()) {
            return;
        }
        heading(depth, groups.key(), groups.groups().size());
        int count = shownOf(groups.groups().size());
        groups.groups().subList(0, count).forEach(each -> group(depth + 1, each));
        more(depth + 1, groups.groups().size() - count);
    }

    private void table(int depth, Item.Table table) {
        heading(depth, table.key(), table.rows().size());
        int count = shownOf(table.rows().size());
        TextTable rows = new TextTable();
        table.rows().subList(0, count).forEach(row -> rows.add(row, this::cell));
        rows.lines().forEach(each -> line(depth + 1, each));
        more(depth + 1, table.rows().size() - count);
    }

    private void heading(int depth, String key, int count) {
        line(depth, Item.label(key) + ": " + (count == 0 ? "none" : count));
    }

    private void more(int depth, int count) {
        if (count > 0) {
            line(depth, "... " + count + " more");
        }
    }

    private int shownOf(int count) {
        return full ? count : Math.min(count, MOST_ROWS);
    }

    private String cell(@Nullable Value value) {
        return value == null || value.isEmpty() ? "" : cut(value.text(), MOST_IN_A_CELL);
    }

    private String cut(String value, int most) {
        int length = value.codePointCount(0, value.length());
        String shown = full || length <= most ? value : value.substring(0, value.offsetByCodePoints(0, most)) + " ...";
        return TerminalText.safe(shown);
    }

    private void line(int depth, String content) {
        text.append("  ".repeat(depth)).append(content.stripTrailing()).append('\n');
    }
}
