package io.oemingest.core.validation.rules;

import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/** A package of MainOS does not replace the whole partition (STD-03). A package without a partition is one of MainOS (PKG-06). */
public final class MainOsBinaryPartitionRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("STD-03");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        BinaryPartitions.refuse("MainOS", contents, findings);
    }
}
