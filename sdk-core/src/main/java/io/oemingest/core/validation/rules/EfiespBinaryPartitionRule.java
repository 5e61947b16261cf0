package io.oemingest.core.validation.rules;

import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/** A package of EFIESP does not replace the whole partition (STD-04). */
public final class EfiespBinaryPartitionRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("STD-04");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        BinaryPartitions.refuse("EFIESP", contents, findings);
    }
}
