package io.oemingest.core.validation.rules;

import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/** Every file of an archive can be read: at the service, what cannot is found here (UPL-09). */
public final class UnreadableArchiveRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("UPL-09");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        if (context.side() == ValidationContext.Side.SERVICE) {
            ImagePackages.others(contents)
                    .forEach(each -> findings.block(each.location(), "The file cannot be read: " + each.problem()));
        }
    }
}
