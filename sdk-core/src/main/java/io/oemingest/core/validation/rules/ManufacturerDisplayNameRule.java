package io.oemingest.core.validation.rules;

import io.oemingest.core.format.image.TargetingSetting;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;
import java.util.regex.Pattern;

/** The displayed name of the maker has plain characters (DTI-10). */
public final class ManufacturerDisplayNameRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("DTI-10");
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{Nd} .,]*");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        if (context.side() == ValidationContext.Side.SERVICE) {
            return;
        }
        Settings.forEach(contents, TargetingSetting.MANUFACTURER_DISPLAY_NAME, (place, value) -> {
            if (!PLAIN.matcher(value).matches()) {
                findings.warn(
                        place,
                        "PhoneManufacturerDisplayName is '" + value
                                + "', it should be letters, digits, blanks, full stops and commas.");
            }
        });
    }
}
