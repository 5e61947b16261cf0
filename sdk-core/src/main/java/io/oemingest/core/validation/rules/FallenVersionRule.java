package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/** No package has a lower version than the image before has (VER-04). */
public final class FallenVersionRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("VER-04");

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
            PackageFacts old = before.find(each);
            if (old != null && each.version().compareTo(old.version()) < 0) {
                findings.block(
                        Location.ofFile(each.path()),
                        "The version " + each.version() + " of " + each.name() + " is below " + old.version()
                                + ", that of the image before.");
            }
        }
    }
}
