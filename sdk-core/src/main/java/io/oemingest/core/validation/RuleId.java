package io.oemingest.core.validation;

import java.util.regex.Pattern;

/** The id of a rule in the catalogue, such as {@code STD-01}; never used for another rule once published. */
public record RuleId(String text) implements Comparable<RuleId> {
    private static final Pattern FORM = Pattern.compile("[A-Z]{3}-[0-9]{2}");

    /** Takes the text form. @throws IllegalArgumentException if it is not three capitals, a hyphen, two digits */
    public RuleId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("Not the id of a rule: '" + text + "'");
        }
    }

    public static RuleId of(String text) {
        return new RuleId(text);
    }

    /** The three letters, such as {@code STD}. */
    public String family() {
        return text.substring(0, 3);
    }

    /** Whether it is one of those that always block and that nobody can waive (STD-10). */
    boolean isStandard() {
        return family().equals("STD");
    }

    @Override
    public int compareTo(RuleId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
