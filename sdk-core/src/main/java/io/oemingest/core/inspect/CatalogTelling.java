package io.oemingest.core.inspect;

import io.oemingest.core.signing.CatalogMember;
import io.oemingest.core.signing.SecurityCatalog;
import java.util.TreeMap;

/** Security catalogs: what they list, and who signed them. */
final class CatalogTelling {
    private CatalogTelling() {}

    /** Whether it begins like DER of more than 127 bytes, as every catalog does. */
    static boolean recognises(Candidate file) {
        return file.startsWith("0\u0081") || file.startsWith("0\u0082") || file.startsWith("0\u0083");
    }

    static void tell(Facts facts, SecurityCatalog catalog) {
        facts.put("version", catalog.version())
                .put("packageName", catalog.packageName())
                .put("attributes", Value.pairs(new TreeMap<>(catalog.attributes())))
                .table("members", catalog.members(), CatalogTelling::member);
        SignatureTelling.tellUnderHeading(facts, catalog.signature());
    }

    private static void member(Facts row, CatalogMember member) {
        // The tag of most entries is the digest; people need it once.
        boolean repeats = member.tag().equalsIgnoreCase(member.digest().hex());
        row.put("algorithm", member.digest().algorithm().jcaName())
                .put("kind", member.kind())
                .put("digest", member.digest())
                .put("tag", repeats ? new Value(member.tag(), "") : Value.of(member.tag()))
                .put("attributes", Value.pairs(new TreeMap<>(member.attributes())));
    }
}
