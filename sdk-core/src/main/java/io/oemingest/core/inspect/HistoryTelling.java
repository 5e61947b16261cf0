package io.oemingest.core.inspect;

import io.oemingest.core.format.image.HistoryPackage;
import io.oemingest.core.format.image.UpdateEvent;
import io.oemingest.core.format.image.UpdateHistory;
import io.oemingest.core.format.image.UpdateInput;
import io.oemingest.core.format.image.UpdateOutput;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The documents of imaging runs and updates. */
final class HistoryTelling {
    private static final int HRESULT_DIGITS = 8;

    private HistoryTelling() {}

    static void history(Facts facts, UpdateHistory history) {
        facts.table("events", history.events(), HistoryTelling::event);
        List<HistoryPackage> installed = history.installedPackages();
        Map<String, Long> owners = installed.stream()
                .collect(Collectors.groupingBy(
                        each -> each.ownerType() == null ? "unknown" : each.ownerType(),
                        () -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER),
                        Collectors.counting()));
        facts.table(
                "installedByOwnerType",
                owners.entrySet(),
                (row, each) -> row.put("ownerType", each.getKey()).put("packages", each.getValue()));
        facts.table("installed", installed, HistoryTelling::historyPackage);
    }

    private static void event(Facts row, UpdateEvent event) {
        row.put("sequence", event.sequence())
                .put("dateTime", event.dateTime())
                .put("updateState", event.updateState())
                .put("overallResult", result(event.overallResult()))
                .put("packages", event.packages().size())
                .put("description", event.description())
                .put("summary", event.summary());
    }

    private static Value result(int code) {
        return new Value(
                (long) code,
                code == 0
                        ? "0"
                        : Value.hex(Integer.toUnsignedLong(code), HRESULT_DIGITS)
                                .text());
    }

    private static void historyPackage(Facts row, HistoryPackage each) {
        row.put("name", each.name())
                .put("version", each.version())
                .put("ownerType", each.ownerType())
                .put("releaseType", each.releaseType())
                .put("partition", each.partition())
                .put("platform", each.platform())
                .put("groupingKey", each.groupingKey())
                .told("packageFile", each.packageFile());
    }

    static void input(Facts facts, UpdateInput input) {
        facts.put("description", input.description())
                .put("dateTime", input.dateTime())
                .table("packageFiles", input.packageFiles(), (row, each) -> row.put("path", each));
    }

    static void output(Facts facts, UpdateOutput output) {
        facts.put("description", output.description())
                .put("updateState", output.updateState())
                .put("overallResult", result(output.overallResult()))
                .table("packages", output.packages(), HistoryTelling::historyPackage);
    }
}
