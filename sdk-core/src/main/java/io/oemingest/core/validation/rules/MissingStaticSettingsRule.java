package io.oemingest.core.validation.rules;

import io.oemingest.core.format.image.DeviceTargeting;
import io.oemingest.core.format.image.TargetingSetting;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;
import java.util.List;

/** The targeting values of the image are complete (DTI-01). */
public final class MissingStaticSettingsRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("DTI-01");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        if (context.side() == ValidationContext.Side.SERVICE) {
            return;
        }
        List<DeviceTargeting> all = contents.targetings();
        if (all.isEmpty()) {
            findings.skip("No package sets device targeting values.");
        }
        for (DeviceTargeting each : all) {
            List<String> missing = Settings.missing(each, TargetingSetting.Group.STATIC);
            if (!missing.isEmpty()) {
                findings.block(each.location(), "The device targeting values lack " + String.join(", ", missing) + ".");
            }
        }
    }
}
