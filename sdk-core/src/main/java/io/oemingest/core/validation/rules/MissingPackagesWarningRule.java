package io.oemingest.core.validation.rules;

import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/** An image that lacks packages of the baseline before it is accepted with a warning (WSP-06). */
public final class MissingPackagesWarningRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("WSP-06");
    private static final SetComparison COMPARISON = new SetComparison(false, false);

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        COMPARISON.check(contents, context, findings);
    }
}
