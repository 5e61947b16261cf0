package io.oemingest.core.validation;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says of one rule, in general; a {@link Finding} says it of one case.
 *
 * @param title when it applies
 * @param messages the sentences that its findings can say, with {@code {name}} where a finding puts a fact
 * @param mend what to do about a finding when the case asks for nothing else; null if it finds nothing
 * @param sources the documents it follows; may be empty
 * @param documented whether a document says it; otherwise it is this project's own reading
 */
public record CatalogueEntry(
        RuleId id,
        String title,
        RuleKind kind,
        RuleSide side,
        RuleHome home,
        String explanation,
        List<String> messages,
        @Nullable String mend,
        List<SourceDocument> sources,
        boolean documented) {
    public CatalogueEntry {
        messages = List.copyOf(messages);
        sources = List.copyOf(sources);
    }

    /** Where it comes from, in a few words: {@code WSPC, PKGCLI}, or that it is this project's own reading. */
    public String basis() {
        String keys = sources.stream().map(SourceDocument::key).collect(Collectors.joining(", "));
        if (documented) {
            return keys;
        }
        return keys.isEmpty() ? "this project's own reading" : keys + ", in this project's own reading";
    }
}
