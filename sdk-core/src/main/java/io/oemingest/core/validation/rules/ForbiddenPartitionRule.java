package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/** An update changes no partition that OEMs must not update (PRT-02). An image may hold packages for them as long as the update does
 * not touch these. */
public final class ForbiddenPartitionRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("PRT-02");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        Before before = Before.of(contents, context, findings);
        if (before == null) {
            return;
        }
        for (PackageFacts each : contents.packages()) {
            if (Partitions.isForbidden(each) && before.isUpdated(each)) {
                findings.block(
                        Location.ofFile(each.path()),
                        "The update brings a package for the partition "
                                + each.attributes().effectivePartition() + ", which OEMs must not update.");
            }
        }
    }
}
