package io.oemingest.core.validation.rules;

import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/** Every input is a properly prepared file: before an archive is written, what cannot be read is found here (INI-33). */
public final class UnreadableInputRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("INI-33");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        if (context.side() == ValidationContext.Side.CLIENT) {
            ImagePackages.others(contents)
                    .forEach(each -> findings.block(each.location(), "The file cannot be read: " + each.problem()));
        }
    }
}
