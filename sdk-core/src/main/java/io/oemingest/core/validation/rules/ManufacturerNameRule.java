package io.oemingest.core.validation.rules;

import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;
import java.util.regex.Pattern;

/** The manufacturer is up to 32 letters and digits (STD-07). Capitals are the custom, not demanded here. */
public final class ManufacturerNameRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("STD-07");
    private static final TargetingValues VALUE = new TargetingValues(
            "PhoneManufacturer", Pattern.compile("[A-Za-z0-9]{1,32}").asMatchPredicate());

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        VALUE.check(contents, findings, "1 to 32 letters and digits");
    }
}
