package io.oemingest.core.inspect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Aligns rows of facts in columns, numbers to the right; a column in which nothing stands is left out. */
final class TextTable {
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private int rows;

    void add(List<Item.Fact> row, Function<@Nullable Value, String> form) {
        rows++;
        for (Item.Fact each : row) {
            if (each.shown()) {
                columns.computeIfAbsent(each.key(), Column::new).add(rows, each.value(), form.apply(each.value()));
            }
        }
    }

    /** A line of labels and a line for each row; nothing if there are no rows. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        columns.values().removeIf(Column::isBlank);
        for (int row = 0; !columns.isEmpty() && row <= rows; row++) {
            StringBuilder line = new StringBuilder();
            for (Column each : columns.values()) {
                line.append(line.length() == 0 ? "" : "  ").append(each.cell(row));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - length(text)));
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - length(text))) + text;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The label, then the cells. */
    private static final class Column {
        private final List<String> cells = new ArrayList<>();
        private boolean blank = true;
        private boolean numeric = true;
        private int width;

        Column(String key) {
            put(Item.label(key));
        }

        void add(int row, @Nullable Value value, String text) {
            while (cells.size() < row) {
                put("");
            }
            blank &= text.isEmpty();
            numeric &= value == null || value.isNumber();
            put(text);
        }

        boolean isBlank() {
            return blank;
        }

        String cell(int row) {
            String cell = row < cells.size() ? cells.get(row) : "";
            return numeric ? right(cell, width) : left(cell, width);
        }

        private void put(String cell) {
            cells.add(cell);
            width = Math.max(width, length(cell));
        }
    }
}
