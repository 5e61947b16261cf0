package io.oemingest.core.validation;

import io.oemingest.core.format.Location;
import java.util.Comparator;

/**
 * One thing that a rule found.
 *
 * @param message what is wrong, one sentence
 * @param mend what to do about it, one sentence
 */
public record Finding(RuleId rule, Severity severity, Location location, String message, String mend) {
    /** The order of reports: weight, rule, place, text. */
    public static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::rule)
            .thenComparing(finding -> finding.location().toString())
            .thenComparing(Finding::message);

    /** One line for people: {@code STD-02 packages/a.spkg: The version is 0.0.0.0. Mend: …}. */
    @Override
    public String toString() {
        return rule + " " + location + ": " + message + " Mend: " + mend;
    }
}
