package io.oemingest.core.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A named set of differences from the severities of the catalogue. The default is {@link #STANDARD}, which has none. No
 * profile touches the standard rules STD-01 to STD-09 (STD-10).
 *
 * @param differences in the order of the rule ids
 */
public record ValidationProfile(String name, String description, List<Difference> differences) {
    /** The severities of the catalogue. */
    public static final ValidationProfile STANDARD =
            new ValidationProfile("standard", "The severities of the catalogue.", List.of());

    /** For the last check before retail: what a document says must not be is refused, where the catalogue warns. */
    public static final ValidationProfile STRICT = define(
                    "strict", "What a document says must not be in a retail image is refused, not warned of.")
            .weighs("ACP-01", Severity.BLOCK, "The document asks for a higher revision whenever a table changes.")
            .weighs("PKG-05", Severity.BLOCK, "The document demands a platform of every owner but Microsoft.")
            .weighs("PKG-14", Severity.BLOCK, "A _Test value of SOC adds partitions that no retail phone has.")
            .weighs("PKG-15", Severity.BLOCK, "The document says that these features must not be in retail images.")
            .weighs("PKG-19", Severity.BLOCK, "The document asks for the check before a submission.")
            .weighs("VER-03", Severity.BLOCK, "What has changed under the same version is not delivered.")
            .done();

    /** Where documents say nothing or contradict each other, and this project's reading refuses: warn. */
    public static final ValidationProfile LENIENT = define(
                    "lenient", "Where a refusal is this project's own reading, it is a warning.")
            .weighs("PAR-03", Severity.WARN, "What makes a package fit its image is not documented.")
            .weighs("RFU-06", Severity.WARN, "One document asks for the source ticket, another recommends it.")
            .weighs("RFU-07", Severity.WARN, "One syntax asks for the device, another does not.")
            .weighs("RFU-08", Severity.WARN, "One syntax asks for the operator, another does not.")
            .weighs("WSP-31", Severity.WARN, "No document forbids a second baseline of the same version.")
            .done();

    /** For Windows Phone 8.1, whose older documents let a submission go without the comparison of package sets. */
    public static final ValidationProfile LEGACY_WP81 = define(
                    "legacy-wp81", "Windows Phone 8.1: without the comparison with baselines, as its documents allow.")
            .turnsOff("WSP-06", "Windows Phone 8.1 allowed to submit without the comparison.")
            .turnsOff("WSP-07", "Windows Phone 8.1 allowed to submit without the comparison.")
            .turnsOff("WSP-10", "Windows Phone 8.1 allowed to submit without the comparison.")
            .turnsOff("WSP-11", "Windows Phone 8.1 allowed to submit without the comparison.")
            .turnsOff("WSP-31", "A second baseline of a version does no harm where none is compared with.")
            .done();

    /** For test images: what only retail forbids is a warning or not looked for. */
    public static final ValidationProfile TEST = define("test", "For images that never become retail images.")
            .weighs("PKG-04", Severity.WARN, "Test images hold test packages.")
            .weighs("PKG-10", Severity.WARN, "Ad-hoc package lists are for images before retail.")
            .turnsOff("PKG-11", "An image for tests says Test.")
            .turnsOff("PKG-14", "Crash-dump partitions are for images such as this.")
            .turnsOff("PKG-15", "The features are for images such as this.")
            .turnsOff("PKG-19", "Test images hold test certificates.")
            .done();

    /** Takes a definition. @throws IllegalArgumentException if a difference is about a standard rule, or one rule has two */
    public ValidationProfile {
        Map<RuleId, Difference> sorted = new TreeMap<>();
        for (Difference each : differences) {
            if (each.rule.isStandard()) {
                throw new IllegalArgumentException("No profile changes a standard rule: " + each.rule);
            }
            if (sorted.put(each.rule, each) != null) {
                throw new IllegalArgumentException("The profile " + name + " changes " + each.rule + " twice");
            }
        }
        differences = List.copyOf(sorted.values());
    }

    /** The profiles of this library, the default first. */
    public static List<ValidationProfile> all() {
        return List.of(STANDARD, STRICT, LENIENT, LEGACY_WP81, TEST);
    }

    /** The profile of that name. @throws IllegalArgumentException naming all there are if there is none */
    public static ValidationProfile of(String name) {
        ValidationProfile found = parseOrNull(name);
        if (found == null) {
            throw new IllegalArgumentException("'" + name + "' is none of "
                    + all().stream().map(ValidationProfile::name).collect(Collectors.joining(", ")));
        }
        return found;
    }

    /** The profile of that name, or null. */
    public static @Nullable ValidationProfile parseOrNull(@Nullable String name) {
        return all().stream().filter(each -> each.name.equals(name)).findFirst().orElse(null);
    }

    /** What is different for a rule, or null. */
    public @Nullable Difference difference(RuleId rule) {
        return differences.stream()
                .filter(each -> each.rule.equals(rule))
                .findFirst()
                .orElse(null);
    }

    Severity weigh(RuleId rule, Severity severity) {
        Difference difference = difference(rule);
        return difference == null || difference.severity == null ? severity : difference.severity;
    }

    private static Definition define(String name, String description) {
        return new Definition(name, description);
    }

    /**
     * One difference.
     *
     * @param severity of all findings of the rule; null if the rule is off
     */
    public record Difference(RuleId rule, @Nullable Severity severity, String reason) {}

    private record Definition(String name, String description, List<Difference> differences) {
        Definition(String name, String description) {
            this(name, description, new ArrayList<>());
        }

        Definition weighs(String rule, Severity severity, String reason) {
            differences.add(new Difference(RuleId.of(rule), severity, reason));
            return this;
        }

        Definition turnsOff(String rule, String reason) {
            differences.add(new Difference(RuleId.of(rule), null, reason));
            return this;
        }

        ValidationProfile done() {
            return new ValidationProfile(name, description, differences);
        }
    }
}
