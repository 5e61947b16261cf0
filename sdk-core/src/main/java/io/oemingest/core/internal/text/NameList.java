package io.oemingest.core.internal.text;

import java.util.List;

/** Names for a message: the first few, and how many more there are. */
public final class NameList {
    private static final int SHOWN = 20;

    private NameList() {}

    /** {@code 2 packages}, {@code 1 package}. */
    public static String count(List<String> names) {
        return names.size() + (names.size() == 1 ? " package" : " packages");
    }

    /** The names, comma separated. */
    public static String of(List<String> names) {
        return names.size() <= SHOWN
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, SHOWN)) + " and " + (names.size() - SHOWN) + " more";
    }
}
