package io.oemingest.core.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One file of the rule catalogue: the rules of a family, in the order of their ids. */
public record CatalogueJson(List<Rule> rules) {

    /** One rule. Nothing may be missing but the mend of a rule that finds nothing. */
    public record Rule(
            String id,
            String title,
            String kind,
            String side,
            String home,
            String explanation,
            List<String> messages,
            @Nullable String mend,
            List<String> sources,
            boolean documented) {}

    /** The file that names the documents. */
    public record Documents(List<Document> documents) {}

    /** A published document and the key by which rules name it. */
    public record Document(String key, String page) {}
}
