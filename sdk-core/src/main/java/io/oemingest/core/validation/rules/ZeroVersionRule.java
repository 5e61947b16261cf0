package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/**
 * No package has the version 0.0.0.0 (STD-02). That is also what the package generator writes when nobody set a version
 * (PKG-09), so a forgotten version is found here.
 */
public final class ZeroVersionRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("STD-02");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        for (PackageFacts each : contents.packages()) {
            if (each.version().isZero()) {
                findings.block(Location.ofFile(each.path()), "The package has the version 0.0.0.0.");
            }
        }
    }
}
