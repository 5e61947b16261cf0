package io.oemingest.core.validation;

import java.util.LinkedHashMap;
import java.util.Map;

/** What one finding rests on, said while the rule still runs. Belongs to one run of one rule; not for several threads. */
public final class Evidence {
    /** The name under which a report of client and service says which of them found it. */
    public static final String SIDE = "side";

    private static final int MAX_LENGTH = 2_000;

    private final Map<String, String> facts = new LinkedHashMap<>();

    Evidence() {}

    /** Adds a fact, such as {@code baseline}: what was compared or looked up. Very long text is cut. */
    public Evidence fact(String name, Object value) {
        facts.put(name, bounded(String.valueOf(value)));
        return this;
    }

    Map<String, String> facts() {
        return facts;
    }

    /** Text out of files has no length of its own; a report has. */
    static String bounded(String text) {
        return text.length() <= MAX_LENGTH
                ? text
                : text.substring(0, MAX_LENGTH) + "… (" + text.length() + " characters)";
    }
}
