package io.oemingest.core.validation.rules;

import io.oemingest.core.format.image.TargetingSetting;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/** Links for support begin as the document wants (DTI-12). */
public final class SupportLinkRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("DTI-12");
    private static final String START = "http://";

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        if (context.side() == ValidationContext.Side.CLIENT) {
            check(contents, TargetingSetting.SUPPORT_LINK, findings);
            check(contents, TargetingSetting.OEM_SUPPORT_LINK, findings);
        }
    }

    private static void check(SubmissionContents contents, TargetingSetting setting, Findings findings) {
        Settings.forEach(contents, setting, (place, value) -> {
            if (!value.isEmpty() && !value.regionMatches(true, 0, START, 0, START.length())) {
                findings.warn(place, setting.text() + " is '" + value + "', it should begin with " + START + ".");
            }
        });
    }
}
