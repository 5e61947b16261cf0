package io.oemingest.core.validation.rules;

import io.oemingest.core.baseline.BaselineAnswer;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationContext.Side;
import io.oemingest.core.validation.ValidationRule;

/** A service that cannot tell its baselines signs no image (WSP-20). */
public final class NoListAtServiceRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("WSP-20");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        if (context.side() != Side.SERVICE) {
            return;
        }
        ImageBaselines.forEachAnswer(contents, context, (variant, answer) -> {
            if (answer instanceof BaselineAnswer.Missing missing) {
                findings.block(
                                ImageBaselines.PACKAGES,
                                "The service has no list of baselines for " + variant.label() + ": " + missing.cause()
                                        + ".")
                        .fact("variant", variant.label());
            }
        });
    }
}
