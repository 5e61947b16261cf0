package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.model.ReleaseType;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/** The release type is one of the closed set, ignoring case (PKG-03). A missing one is for PKG-01. */
public final class ReleaseTypeRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("PKG-03");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        for (PackageFacts each : contents.packages()) {
            String text = each.attributes().releaseType();
            if (text != null && !text.isBlank() && ReleaseType.parseOrNull(text) == null) {
                findings.block(
                        Location.ofFile(each.path()), "ReleaseType is '" + text + "', it must be Production or Test.");
            }
        }
    }
}
