package io.oemingest.core.validation;

import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.CatalogueJson;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All rules that are known, enforced here or not, as data. Immutable, safe for threads. */
public final class RuleCatalogue {
    private final Map<RuleId, CatalogueEntry> entries = new TreeMap<>();

    /** Takes entries. @throws IllegalArgumentException if two have the same id */
    RuleCatalogue(Collection<CatalogueEntry> entries) {
        for (CatalogueEntry each : entries) {
            if (this.entries.put(each.id(), each) != null) {
                throw new IllegalArgumentException("The catalogue has " + each.id() + " twice");
            }
        }
    }

    /** The catalogue of this library. */
    public static RuleCatalogue standard() {
        return Standard.CATALOGUE;
    }

    /** All entries in the order of their ids. */
    public List<CatalogueEntry> entries() {
        return List.copyOf(entries.values());
    }

    /** The entry, or null for a rule that is not of this catalogue. */
    public @Nullable CatalogueEntry find(RuleId id) {
        return entries.get(id);
    }

    /** The entry. @throws IllegalArgumentException for a rule that is not of this catalogue */
    public CatalogueEntry get(RuleId id) {
        CatalogueEntry entry = entries.get(id);
        if (entry == null) {
            throw new IllegalArgumentException("There is no rule " + id + " in the catalogue");
        }
        return entry;
    }

    /** Entries as JSON, in the form of the catalogue's own files: {@code {"rules": [...]}}. */
    public static String toJson(List<CatalogueEntry> entries) {
        return Json.writeIndented(
                new CatalogueJson(entries.stream().map(RuleCatalogue::toWire).toList()));
    }

    private static CatalogueJson.Rule toWire(CatalogueEntry entry) {
        return new CatalogueJson.Rule(
                entry.id().text(),
                entry.title(),
                entry.kind().text(),
                entry.side().text(),
                entry.home().text(),
                entry.explanation(),
                entry.messages(),
                entry.mend(),
                entry.sources().stream().map(SourceDocument::key).toList(),
                entry.documented());
    }

    /** Loaded when first asked for. */
    private static final class Standard {
        static final RuleCatalogue CATALOGUE = CatalogueReader.readAll();
    }
}
