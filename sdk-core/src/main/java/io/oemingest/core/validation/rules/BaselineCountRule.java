package io.oemingest.core.validation.rules;

import io.oemingest.core.model.Baseline;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;
import java.util.List;

/** At most one baseline of a phone and operator has a given version; more are a fault of the service's history (WSP-24). */
public final class BaselineCountRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("WSP-24");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        ImageBaselines.forEachList(contents, context, findings, (variant, neighbours) -> {
            for (List<Baseline> sameVersion : List.of(neighbours.lower(), neighbours.equal(), neighbours.higher())) {
                if (sameVersion.size() > 1) {
                    ImageBaselines.tell(
                            findings.block(
                                    ImageBaselines.PACKAGES,
                                    "There should be at most 1 baseline of the version "
                                            + sameVersion.get(0).version() + " to compare with for " + variant.label()
                                            + ", and there are " + sameVersion.size() + "."),
                            variant,
                            sameVersion);
                }
            }
        });
    }
}
