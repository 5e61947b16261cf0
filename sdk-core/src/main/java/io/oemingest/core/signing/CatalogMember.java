package io.oemingest.core.signing;

import io.oemingest.core.format.pkg.CatalogSubject.Kind;
import io.oemingest.core.io.Digest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a security catalog. A version 2 catalog has two for each file, one by SHA-256 and one by SHA-1.
 *
 * @param tag under which the entry is found: the digest in hexadecimal, or in version 1 any text
 * @param digest by the kind's own rule
 * @param kind what the digest is of, null if the entry does not say
 * @param attributes name and value pairs, in the entry's order
 */
public record CatalogMember(
        String tag, Digest digest, @Nullable Kind kind, Map<String, String> attributes) {

    public CatalogMember {
        attributes = Map.copyOf(attributes);
    }
}
