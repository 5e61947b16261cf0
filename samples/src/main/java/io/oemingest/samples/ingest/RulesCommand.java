package io.oemingest.samples.ingest;

import io.oemingest.core.validation.CatalogueEntry;
import io.oemingest.core.validation.RuleCatalogue;
import io.oemingest.core.validation.RuleHome;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.SourceDocument;
import io.oemingest.core.validation.ValidationProfile;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingest rules}: the catalogue of rules. */
@Command(name = "rules", description = "List the rules that submissions are judged by, or show one of them.")
final class RulesCommand extends CommandGroup {
    @Mixin
    private final Console console = new Console();

    @Command(name = "list", description = "One line for each rule: id, kind, where it is enforced, when it applies.")
    int list(
            @Option(names = "--family", paramLabel = "STD", description = "Only the rules whose ids begin so.")
                    @Nullable
                    String family,
            @Option(names = "--json", description = "Print the catalogue as JSON.") boolean json) {
        List<CatalogueEntry> entries = RuleCatalogue.standard().entries().stream()
                .filter(each -> family == null || each.id().family().equalsIgnoreCase(family))
                .toList();
        if (entries.isEmpty()) {
            throw wrong("No rule belongs to the family '" + family + "'.");
        }
        if (json) {
            console.out().print(RuleCatalogue.toJson(entries));
            return ExitCode.OK;
        }
        for (CatalogueEntry each : entries) {
            console.out()
                    .printf(
                            "%s  %-9s  %-10s  %s%n",
                            each.id(), each.kind().text(), each.home().text(), each.title());
        }
        console.out().println(counts(entries));
        return ExitCode.OK;
    }

    @Command(name = "show", description = "Everything the catalogue says of one rule.")
    int show(
            @Parameters(paramLabel = "ID", converter = RuleIdConverter.class, description = "Such as STD-01.")
                    RuleId id,
            @Option(names = "--json", description = "Print the entry as JSON.") boolean json) {
        CatalogueEntry entry = RuleCatalogue.standard().find(id);
        if (entry == null) {
            throw wrong("There is no rule " + id + ".");
        }
        if (json) {
            console.out().print(RuleCatalogue.toJson(List.of(entry)));
        } else {
            show(entry);
        }
        return ExitCode.OK;
    }

    private void show(CatalogueEntry entry) {
        line("", entry.id() + "  " + entry.title());
        line("kind", entry.kind().text());
        line("side", entry.side().text());
        line("enforced", entry.home().text());
        line("rule", entry.explanation());
        entry.messages().forEach(each -> line("says", each));
        if (entry.mend() != null) {
            line("mend", entry.mend());
        }
        line("source", entry.basis());
        entry.sources().stream().map(SourceDocument::page).forEach(each -> line("", "             " + each));
        for (ValidationProfile profile : ValidationProfile.all()) {
            ValidationProfile.Difference difference = profile.difference(entry.id());
            if (difference != null) {
                String weight = difference.severity() == null
                        ? "off"
                        : difference.severity().text();
                line("profile", profile.name() + ": " + weight + ". " + difference.reason());
            }
        }
    }

    private void line(String label, String text) {
        console.out().println(label.isEmpty() ? text : String.format(Locale.ROOT, "  %-9s  %s", label, text));
    }

    /** Such as {@code 9 rules: 7 rule, 2 service}. */
    private static String counts(List<CatalogueEntry> entries) {
        Map<RuleHome, Long> byHome = entries.stream()
                .collect(Collectors.groupingBy(
                        CatalogueEntry::home, () -> new EnumMap<>(RuleHome.class), Collectors.counting()));
        return entries.size() + " rules: "
                + byHome.entrySet().stream()
                        .map(each -> each.getValue() + " " + each.getKey().text())
                        .collect(Collectors.joining(", "));
    }
}
