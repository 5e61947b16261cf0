package io.oemingest.core.validation.rules;

import io.oemingest.core.baseline.BaselineAnswer;
import io.oemingest.core.baseline.BaselineAnswer.CacheReason;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/** A list of baselines kept from before is used when the service knows of none any more (WSP-17). */
public final class CachedListNoResultsRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("WSP-17");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        ImageBaselines.forEachAnswer(contents, context, (variant, answer) -> {
            if (answer instanceof BaselineAnswer.Cached cached && cached.reason() == CacheReason.NO_RESULTS) {
                ImageBaselines.tell(
                        findings.warn(
                                ImageBaselines.PACKAGES,
                                "The service gave no baselines, a list kept from before is used for " + variant.label()
                                        + ": " + cached.cause() + "."),
                        variant,
                        cached.baselines());
            }
        });
    }
}
