package io.oemingest.core.validation.rules;

import java.util.List;

/** Names for a message: the first few, and how many more there are. */
final class NameList {
    private static final int SHOWN = 20;

    private NameList() {}

    /** {@code 2 packages}, {@code 1 package}. */
    static String count(List<String> names) {
        return names.size() + (names.size() == 1 ? " package" : " packages");
    }

    static String of(List<String> names) {
        return names.size() <= SHOWN
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, SHOWN)) + " and " + (names.size() - SHOWN) + " more";
    }
}
