package io.oemingest.core.validation.rules;

import io.oemingest.core.format.image.TargetingSetting;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/** The hardware variant has a name, without which code signing and registration fail (DTI-06). */
public final class HardwareVariantRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("DTI-06");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        Settings.forEach(contents, TargetingSetting.HARDWARE_VARIANT, (place, value) -> {
            if (value.isBlank()) {
                findings.block(place, "PhoneHardwareVariant is empty.");
            }
        });
    }
}
