package io.oemingest.core.update;

import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.ApprovalSheetJson;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sheets as CSV and JSON. */
final class ApprovalSheetText {
    private static final String END_OF_LINE = "\r\n";
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private ApprovalSheetText() {}

    static String csv(ApprovalSheet sheet) {
        boolean tickets = sheet.kind() != ApprovalSheet.Kind.OS_ONLY;
        List<@Nullable Object> head = new ArrayList<>(List.of(
                "RFU number",
                "RFU ticket",
                "Model name",
                "Operator id",
                "Source firmware",
                "Target firmware",
                "OS before",
                "OS after"));
        StringBuilder text = new StringBuilder(line(head, tickets));
        sheet.rows().forEach(row -> text.append(line(cells(row), tickets)));
        return text.toString();
    }

    static String json(ApprovalSheet sheet) {
        return Json.writeIndented(new ApprovalSheetJson(
                sheet.kind().text(),
                sheet.rows().stream().map(ApprovalSheetText::row).toList()));
    }

    private static ApprovalSheetJson.Row row(ApprovalSheet.Row row) {
        return new ApprovalSheetJson.Row(
                row.number(),
                text(row.ticket()),
                row.modelName(),
                row.operatorId(),
                text(row.sourceFirmware()),
                text(row.targetFirmware()),
                text(row.osBefore()),
                text(row.osAfter()));
    }

    private static List<@Nullable Object> cells(ApprovalSheet.Row row) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(row.number());
        cells.add(row.ticket());
        cells.add(row.modelName());
        cells.add(row.operatorId());
        cells.add(row.sourceFirmware());
        cells.add(row.targetFirmware());
        cells.add(row.osBefore());
        cells.add(row.osAfter());
        return cells;
    }

    private static String line(List<@Nullable Object> cells, boolean tickets) {
        List<@Nullable Object> shown = new ArrayList<>(cells);
        if (!tickets) {
            shown.remove(1);
        }
        return shown.stream().map(ApprovalSheetText::cell).collect(Collectors.joining(",", "", END_OF_LINE));
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        String safe = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(each -> each == '"' || each == ',' || each == '\r' || each == '\n');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
