package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/** Removal packages cannot be submitted (STD-01). */
public final class RemovalPackageRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("STD-01");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        for (PackageFacts each : contents.packages()) {
            if (each.isRemoval()) {
                findings.block(
                        Location.ofFile(each.path()),
                        "The package removes another one, and removal packages are not allowed.");
            }
        }
    }
}
