package io.oemingest.core.validation.rules;

import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/** Every package of an image can be loaded (WSP-22). */
public final class UnloadablePackageRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("WSP-22");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        ImagePackages.notLoaded(contents)
                .forEach(each -> findings.block(each.location(), "The package cannot be loaded: " + each.problem()));
    }
}
