package io.oemingest.core.validation.rules;

import io.oemingest.core.model.Baseline;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;
import java.util.List;

/**
 * No second baseline has the version of another one for the same phone and operator; an image without the flag is warned
 * (WSP-31). No document says so; without it "the nearest baseline" has no meaning.
 */
public final class SameVersionRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("WSP-31");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        ImageBaselines.forEachList(contents, context, findings, (variant, neighbours) -> {
            for (Baseline each : neighbours.equal()) {
                ImageBaselines.tell(
                        findings.add(
                                contents.kind().baseline() ? Severity.BLOCK : Severity.WARN,
                                ImageBaselines.PACKAGES,
                                "The baseline " + each.ticket() + " has the image's version " + variant.version()
                                        + " already, for " + variant.label() + "."),
                        variant,
                        List.of(each));
            }
        });
    }
}
