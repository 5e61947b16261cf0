package io.oemingest.core.validation;

import io.oemingest.core.format.Location;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a rule found.
 *
 * @param message what is wrong, one sentence
 * @param mend what to do about it, one sentence
 * @param evidence what the rule compared or looked up, by name, in its order; may be empty
 */
public record Finding(
        RuleId rule, Severity severity, Location location, String message, String mend, Map<String, String> evidence) {
    private static final Comparator<Location> PLACE = Comparator.comparing(Location::file)
            .thenComparing(Location::line, absentFirst())
            .thenComparing(Location::column, absentFirst())
            .thenComparing(Location::part, absentFirst())
            .thenComparing(Location::offset, absentFirst());

    /** The order of reports: weight, rule, place, text. */
    public static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::location, PLACE)
            .thenComparing(Finding::message)
            .thenComparing(Finding::mend);

    public Finding {
        evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
    }

    /** A finding that speaks for itself. */
    public Finding(RuleId rule, Severity severity, Location location, String message, String mend) {
        this(rule, severity, location, message, mend, Map.of());
    }

    Finding with(Map<String, String> facts) {
        return new Finding(rule, severity, location, message, mend, facts);
    }

    Finding weighing(Severity other) {
        return new Finding(rule, other, location, message, mend, evidence);
    }

    private static <T extends Comparable<T>> Comparator<@Nullable T> absentFirst() {
        return Comparator.nullsFirst(Comparator.naturalOrder());
    }

    /** One line for people: {@code STD-02 packages/a.spkg: The version is 0.0.0.0. Mend: …}. */
    @Override
    public String toString() {
        return rule + " " + location + ": " + message + " Mend: " + mend;
    }
}
