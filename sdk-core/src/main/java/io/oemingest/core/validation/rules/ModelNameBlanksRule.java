package io.oemingest.core.validation.rules;

import io.oemingest.core.format.image.TargetingSetting;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/** The model name has no blanks at its ends, which would make updates fail (DTI-08). */
public final class ModelNameBlanksRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("DTI-08");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        Settings.forEach(contents, TargetingSetting.MANUFACTURER_MODEL_NAME, (place, value) -> {
            if (!value.equals(value.strip())) {
                findings.block(place, "PhoneManufacturerModelName begins or ends with a blank: '" + value + "'.");
            }
        });
    }
}
