package io.oemingest.core.validation.rules;

import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/**
 * The firmware revision is four numbers of 0 to 65535 (STD-06). Leading zeros are real and allowed, a date as the last
 * number is not.
 */
public final class FirmwareRevisionRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("STD-06");
    private static final TargetingValues VALUE =
            new TargetingValues("PhoneFirmwareRevision", text -> FirmwareVersion.parseOrNull(text) != null);

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        VALUE.check(contents, findings, "four numbers from 0 to 65535 with dots between");
    }
}
