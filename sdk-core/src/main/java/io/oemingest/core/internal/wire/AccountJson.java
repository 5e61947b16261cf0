package io.oemingest.core.internal.wire;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.model.EkuCombination;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /v1/account}; an EKU combination is a list of object identifiers. */
public record AccountJson(
        @Nullable String oemId,
        @Nullable String clientId,
        @Nullable List<String> permissions,
        @Nullable List<List<String>> ekuCombinations,
        @Nullable List<CertificateJson> certificates) {

    /** A client certificate of the account; the thumbprint is hexadecimal. */
    public record CertificateJson(
            @Nullable String thumbprint, @Nullable Instant expires) {}

    /** The combinations as values. @throws MalformedFileException if one holds something that is no object identifier */
    public Set<EkuCombination> ekusToModel(String sourceName) throws MalformedFileException {
        List<List<String>> lists = ekuCombinations == null ? List.of() : ekuCombinations;
        Set<EkuCombination> combinations = new LinkedHashSet<>();
        for (int i = 0; i < lists.size(); i++) {
            String path = "$.ekuCombinations[" + i + "]";
            combinations.add(WireValues.convert(lists.get(i), EkuCombination::new, sourceName, path));
        }
        return combinations;
    }
}
