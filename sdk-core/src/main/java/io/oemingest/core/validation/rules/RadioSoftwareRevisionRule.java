package io.oemingest.core.validation.rules;

import io.oemingest.core.format.image.TargetingSetting;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/** The version of the radio software is short (DTI-11). Real phones have longer ones, so this warns only. */
public final class RadioSoftwareRevisionRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("DTI-11");
    private static final int MOST = 15;

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        if (context.side() == ValidationContext.Side.SERVICE) {
            return;
        }
        Settings.forEach(contents, TargetingSetting.RADIO_SOFTWARE_REVISION, (place, value) -> {
            if (value.length() > MOST) {
                findings.warn(
                        place, "PhoneRadioSoftwareRevision is '" + value + "', it should have at most 15 characters.");
            }
        });
    }
}
