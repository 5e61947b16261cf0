package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.model.OwnerType;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/** The owner type is one of the closed set, ignoring case (PKG-02). A missing one is for PKG-01. */
public final class OwnerTypeRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("PKG-02");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        for (PackageFacts each : contents.packages()) {
            String text = each.attributes().ownerType();
            if (text != null && !text.isBlank() && OwnerType.parseOrNull(text) == null) {
                findings.block(
                        Location.ofFile(each.path()),
                        "OwnerType is '" + text + "', it must be Microsoft, OEM, SiliconVendor or MobileOperator.");
            }
        }
    }
}
