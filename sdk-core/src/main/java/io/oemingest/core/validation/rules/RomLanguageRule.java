package io.oemingest.core.validation.rules;

import io.oemingest.core.format.image.TargetingSetting;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;
import java.util.regex.Pattern;

/** The language of the image is a language id such as 0409 (DTI-05). */
public final class RomLanguageRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("DTI-05");
    private static final Pattern LANGUAGE_ID = Pattern.compile("[0-9A-Fa-f]{4}");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        Settings.forEach(contents, TargetingSetting.ROM_LANGUAGE, (place, value) -> {
            if (!LANGUAGE_ID.matcher(value).matches()) {
                findings.block(
                        place,
                        "PhoneROMLanguage is '" + value
                                + "', it must be a language id of four hexadecimal digits such as 0409.");
            }
        });
    }
}
