package io.oemingest.core.validation;

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

    /** The first waiver that covers the finding. */
    @Nullable
    Waiver waiverOf(Finding finding) {
        return waivers.stream().filter(each -> each.covers(finding)).findFirst().orElse(null);
    }
}
