package io.oemingest.core.validation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How findings are weighed: by a profile, and by what has been decided case by case. */
public record ValidationPolicy(ValidationProfile profile, List<Waiver> waivers) {
    /** The severities of the catalogue and no waivers. */
    public static final ValidationPolicy STANDARD = of(ValidationProfile.STANDARD);

    public ValidationPolicy {
        waivers = List.copyOf(waivers);
    }

    public static ValidationPolicy of(ValidationProfile profile) {
        return new ValidationPolicy(profile, List.of());
    }

    /** A report of findings made outside the rules, such as those about arguments, weighed like all others. */
    public ValidationReport report(List<Finding> made) {
        List<Finding> counting = new ArrayList<>();
        List<WaivedFinding> waived = new ArrayList<>();
        List<SkippedRule> skipped = new ArrayList<>();
        for (Finding each : made) {
            SkippedRule off = off(each.rule());
            Finding weighed = each.weighing(profile.weigh(each.rule(), each.severity()));
            Waiver waiver = waiverOf(weighed);
            if (off != null) {
                skipped.add(off);
            } else if (waiver != null) {
                waived.add(new WaivedFinding(weighed, waiver));
            } else {
                counting.add(weighed);
            }
        }
        return new ValidationReport(profile.name(), counting, waived, skipped, List.of(), List.of());
    }

    /** How a report says that the profile turns a rule off; null if it does not. */
    @Nullable
    SkippedRule off(RuleId rule) {
        ValidationProfile.Difference difference = profile.difference(rule);
        return difference == null || difference.severity() != null
                ? null
                : new SkippedRule(rule, "Off in the profile " + profile.name() + ". " + difference.reason());
    }

    /** The first waiver that covers the finding. */
    @Nullable
    Waiver waiverOf(Finding finding) {
        return waivers.stream().filter(each -> each.covers(finding)).findFirst().orElse(null);
    }
}
