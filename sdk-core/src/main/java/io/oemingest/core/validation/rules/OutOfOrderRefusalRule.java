package io.oemingest.core.validation.rules;

import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/** An image between two baselines that does not fit between their package sets cannot become a baseline (WSP-11). */
public final class OutOfOrderRefusalRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("WSP-11");
    private static final SetComparison COMPARISON = new SetComparison(true, true);

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        COMPARISON.check(contents, context, findings);
    }
}
