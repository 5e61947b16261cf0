package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;
import java.util.List;

/** Maker, model and operator of a phone that was sold never change (DTI-13): each pairing of the image before is one of the new
 * one. */
public final class StablePairingRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("DTI-13");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        if (Before.of(contents, context, findings) == null || context.previous() == null) {
            return;
        }
        List<PhoneOperatorPairing> now = contents.pairings();
        for (PhoneOperatorPairing each : context.previous().pairings()) {
            if (!now.contains(each)) {
                findings.warn(Location.ofFile("packages"), "The image before was for " + each + ", this one is not.");
            }
        }
    }
}
