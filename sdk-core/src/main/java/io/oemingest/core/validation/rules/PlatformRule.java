package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.model.OwnerType;
import io.oemingest.core.model.PackageStyle;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/** A package of another owner than Microsoft names its platform (PKG-05). The document demands it; nearly all packages of real
 * retail phones lack it, so this warns, and the strict profile refuses. The manifests of CBS packages have no place for it. */
public final class PlatformRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("PKG-05");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        for (PackageFacts each : contents.packages()) {
            String owner = each.attributes().ownerType();
            String platform = each.attributes().platform();
            boolean named = platform != null && !platform.isBlank();
            if (each.style() == PackageStyle.SPKG
                    && !named
                    && owner != null
                    && OwnerType.parseOrNull(owner) != OwnerType.MICROSOFT) {
                findings.warn(
                        Location.ofFile(each.path()), "The package is owned by " + owner + " and names no platform.");
            }
        }
    }
}
