package io.oemingest.core.validation;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.CatalogueJson;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads the catalogue's resources: one JSON file for each family of rules, and one that names the documents. */
final class CatalogueReader {
    static final List<String> FAMILIES = List.of(
            "ACP", "AKO", "APR", "AUT", "AUX", "CAN", "DTI", "ERR", "FFU", "GET", "INI", "PAR", "PKG", "PRT", "RFU",
            "STA", "STD", "TKT", "UPL", "VER", "WSP");

    private final Map<String, SourceDocument> documents = new HashMap<>();

    CatalogueReader(CatalogueJson.Documents documents) {
        documents
                .documents()
                .forEach(each -> this.documents.put(each.key(), new SourceDocument(each.key(), each.page())));
    }

    /** The catalogue of this library. @throws UncheckedIOException if its own files are not sound, which a test excludes */
    static RuleCatalogue readAll() {
        try {
            CatalogueReader reader = new CatalogueReader(resource(CatalogueJson.Documents.class, "documents.json"));
            List<CatalogueEntry> entries = new ArrayList<>();
            for (String family : FAMILIES) {
                String file = family + ".json";
                entries.addAll(reader.convert(resource(CatalogueJson.class, file), file));
            }
            return new RuleCatalogue(entries);
        } catch (IOException e) {
            throw new UncheckedIOException("The rule catalogue cannot be read", e);
        }
    }

    /** The rules of one file; {@code STD.json} holds rules of the family STD and no others. */
    List<CatalogueEntry> convert(CatalogueJson json, String file) throws MalformedFileException {
        List<CatalogueEntry> entries = new ArrayList<>();
        for (CatalogueJson.Rule each : json.rules()) {
            Location place = Location.ofPart(file, "$.rules[" + entries.size() + "]");
            if (!file.equals(each.id().split("-", 2)[0] + ".json")) {
                throw new MalformedFileException(place, "the rule " + each.id() + " is of another family");
            }
            try {
                entries.add(convert(each));
            } catch (IllegalArgumentException e) {
                throw new MalformedFileException(place, String.valueOf(e.getMessage()), e);
            }
        }
        return entries;
    }

    private CatalogueEntry convert(CatalogueJson.Rule rule) {
        RuleKind kind = constant(RuleKind.values(), RuleKind::text, rule.kind());
        if (rule.messages().isEmpty() != (rule.mend() == null)) {
            throw new IllegalArgumentException("messages and mend go together");
        }
        if (kind.severity() != null && rule.mend() == null) {
            throw new IllegalArgumentException("a rule of the kind " + kind.text() + " needs messages and a mend");
        }
        RuleHome home = constant(RuleHome.values(), RuleHome::text, rule.home());
        if ((kind == RuleKind.ADVICE) != (home == RuleHome.ADVICE)) {
            throw new IllegalArgumentException("advice is enforced nowhere, and only advice");
        }
        return new CatalogueEntry(
                RuleId.of(rule.id()),
                rule.title(),
                kind,
                constant(RuleSide.values(), RuleSide::text, rule.side()),
                home,
                rule.explanation(),
                rule.messages(),
                rule.mend(),
                rule.sources().stream().map(this::document).toList(),
                rule.documented());
    }

    private SourceDocument document(String key) {
        SourceDocument document = documents.get(key);
        if (document == null) {
            throw new IllegalArgumentException("unknown document '" + key + "'");
        }
        return document;
    }

    private static <T> T constant(T[] values, Function<T, String> spelling, String text) {
        return Arrays.stream(values)
                .filter(each -> spelling.apply(each).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown word '" + text + "'"));
    }

    private static <T> T resource(Class<T> type, String file) throws IOException {
        try (InputStream in = CatalogueReader.class.getResourceAsStream("catalogue/" + file)) {
            if (in == null) {
                throw new FileNotFoundException("There is no resource catalogue/" + file);
            }
            return Json.read(type, in, file, FormatLimits.defaults());
        }
    }
}
