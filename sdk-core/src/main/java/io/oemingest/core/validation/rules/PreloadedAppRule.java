package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/** Preloaded applications are updated through the store and not with the image (PKG-20). */
public final class PreloadedAppRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("PKG-20");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        Before before = Before.of(contents, context, findings);
        if (before == null) {
            return;
        }
        for (PackageFacts each : contents.packages()) {
            if (before.isUpdated(each)) {
                for (String app : each.details().apps()) {
                    findings.warn(Location.ofFile(each.path()), "The package is a preloaded app, " + app + ".");
                }
            }
        }
    }
}
