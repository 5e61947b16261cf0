package io.oemingest.core.validation.rules;

import io.oemingest.core.baseline.BaselineAnswer;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationContext.Side;
import io.oemingest.core.validation.ValidationRule;

/** Without any list of baselines the comparison is left to the service (WSP-19). */
public final class NoListAtClientRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("WSP-19");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        if (context.side() != Side.CLIENT) {
            return;
        }
        ImageBaselines.forEachAnswer(contents, context, (variant, answer) -> {
            if (answer instanceof BaselineAnswer.Missing missing && !missing.connection()) {
                findings.warn(
                                ImageBaselines.PACKAGES,
                                "The image was not compared, for there is no list of baselines for " + variant.label()
                                        + ": " + missing.cause() + ".")
                        .fact("variant", variant.label());
            }
        });
    }
}
