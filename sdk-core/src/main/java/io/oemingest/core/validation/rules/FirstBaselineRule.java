package io.oemingest.core.validation.rules;

import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;
import java.util.List;

/** Without any baseline for the phone and operator there is nothing to compare the image with (WSP-14). */
public final class FirstBaselineRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("WSP-14");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        ImageBaselines.forEachList(contents, context, findings, (variant, neighbours) -> {
            if (neighbours.all().isEmpty()) {
                ImageBaselines.tell(
                        findings.info(
                                ImageBaselines.PACKAGES,
                                "There is no earlier baseline for " + variant.label()
                                        + "; the image was compared with none."),
                        variant,
                        List.of());
            }
        });
    }
}
