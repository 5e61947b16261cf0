package io.oemingest.core.validation.report;

import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.ReportComparisonJson;
import io.oemingest.core.internal.wire.report.ReportWire;
import io.oemingest.core.io.TerminalText;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.ValidationReport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What became of the findings of a first run in a second one. Two findings are the same if rule, weight, place and message
 * are. Waived findings are in neither list.
 *
 * @param fixed those of the first run alone
 * @param added those of the second run alone
 * @param stillThere those of both, as the second run says them
 * @param complete whether both reports list all their findings; otherwise some of them may be missing or in the wrong list
 */
public record ReportComparison(List<Finding> fixed, List<Finding> added, List<Finding> stillThere, boolean complete) {
    public ReportComparison {
        fixed = List.copyOf(fixed);
        added = List.copyOf(added);
        stillThere = List.copyOf(stillThere);
    }

    /** Compares two reports on one submission. */
    public static ReportComparison of(ValidationReport first, ValidationReport second) {
        Map<Finding, Finding> before = byIdentity(first);
        Map<Finding, Finding> after = byIdentity(second);
        return new ReportComparison(
                select(before, key -> !after.containsKey(key)),
                select(after, key -> !before.containsKey(key)),
                select(after, before::containsKey),
                first.omitted().isEmpty() && second.omitted().isEmpty());
    }

    /** For people: the counts, then the three lists. */
    public String toText() {
        StringBuilder text = new StringBuilder()
                .append(fixed.size())
                .append(" fixed, ")
                .append(added.size())
                .append(" new, ")
                .append(stillThere.size())
                .append(" still there\n");
        if (!complete) {
            text.append("A report lists only some of its findings, so this is only a part.\n");
        }
        section(text, "Fixed", fixed);
        section(text, "New", added);
        section(text, "Still there", stillThere);
        return text.toString();
    }

    /** For programs: {@code fixed}, {@code added} and {@code stillThere} as lists of findings, and {@code complete}. */
    public String toJson() {
        return Json.writeIndented(new ReportComparisonJson(
                ReportWire.toWire(fixed), ReportWire.toWire(added), ReportWire.toWire(stillThere), complete));
    }

    private static void section(StringBuilder text, String title, List<Finding> findings) {
        if (!findings.isEmpty()) {
            text.append('\n').append(title).append('\n');
            findings.forEach(each -> text.append("  ")
                    .append(each.severity().text())
                    .append("  ")
                    .append(TerminalText.safe(each.toString()))
                    .append('\n'));
        }
    }

    private static Map<Finding, Finding> byIdentity(ValidationReport report) {
        return report.findings().stream()
                .collect(Collectors.toMap(SameFinding::key, Function.identity(), (one, same) -> one, HashMap::new));
    }

    private static List<Finding> select(Map<Finding, Finding> findings, Predicate<Finding> wanted) {
        return findings.entrySet().stream()
                .filter(each -> wanted.test(each.getKey()))
                .map(Map.Entry::getValue)
                .sorted(Finding.ORDER)
                .toList();
    }
}
