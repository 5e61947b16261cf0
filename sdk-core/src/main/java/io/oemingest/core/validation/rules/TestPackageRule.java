package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.model.ReleaseType;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/** A package is not marked Test: such a package fails retail signing (PKG-04). */
public final class TestPackageRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("PKG-04");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        for (PackageFacts each : contents.packages()) {
            if (ReleaseType.parseOrNull(each.attributes().releaseType()) == ReleaseType.TEST) {
                findings.block(Location.ofFile(each.path()), "The package is marked Test.");
            }
        }
    }
}
