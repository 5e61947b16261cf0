package io.oemingest.core.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The extended key usages of a code signer without {@link #CODE_SIGNING}: what decides, for a context-free package,
 * which certificate signs it. Its text form is the identifiers in ascending order with {@code +} between.
 */
public record EkuCombination(List<String> oids) {
    /** In every code signer's certificate, so it tells nothing apart. */
    public static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";

    /** No phone usage at all. */
    public static final EkuCombination NONE = new EkuCombination(List.of());

    private static final Pattern OID = Pattern.compile("[0-2](\\.(0|[1-9]\\d{0,18})){1,30}");

    /** Takes the identifiers in any order. @throws IllegalArgumentException if a text is not an object identifier in dotted form */
    public EkuCombination {
        for (String oid : oids) {
            if (!OID.matcher(oid).matches()) {
                throw new IllegalArgumentException("Not an object identifier: '" + oid + "'");
            }
        }
        oids = oids.stream()
                .filter(oid -> !oid.equals(CODE_SIGNING))
                .distinct()
                .sorted()
                .toList();
    }

    public static EkuCombination of(Collection<String> oids) {
        return new EkuCombination(List.copyOf(oids));
    }

    public static EkuCombination of(String... oids) {
        return new EkuCombination(List.of(oids));
    }

    /** Reads the text form; the empty text is {@link #NONE}. */
    public static EkuCombination parse(String text) {
        return text.isEmpty() ? NONE : new EkuCombination(Arrays.asList(text.split("\\+", -1)));
    }

    /** Whether a signer with these usages satisfies a demand for {@code required}. */
    public boolean contains(EkuCombination required) {
        return oids.containsAll(required.oids);
    }

    @Override
    public String toString() {
        return String.join("+", oids);
    }
}
