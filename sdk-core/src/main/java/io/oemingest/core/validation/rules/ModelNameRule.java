package io.oemingest.core.validation.rules;

import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;
import java.util.regex.Pattern;

/** The model name is up to 32 letters, digits, hyphens, full stops and underscores (STD-08). Blanks at its ends are for DTI-08. */
public final class ModelNameRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("STD-08");
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,32}");
    private static final TargetingValues VALUE = new TargetingValues(
            "PhoneManufacturerModelName", name -> FORM.matcher(name.strip()).matches());

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        VALUE.check(contents, findings, "1 to 32 letters, digits, hyphens, full stops and underscores");
    }
}
