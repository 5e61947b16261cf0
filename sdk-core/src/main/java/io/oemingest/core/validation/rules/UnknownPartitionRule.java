package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/** A package is for a partition that is known to be updatable; others are for the silicon vendor to say (PRT-04). */
public final class UnknownPartitionRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("PRT-04");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        for (PackageFacts each : contents.packages()) {
            if (!Partitions.isKnown(each)) {
                findings.warn(
                        Location.ofFile(each.path()),
                        "The partition " + each.attributes().effectivePartition()
                                + " is none of those that are known to be updatable.");
            }
        }
    }
}
