package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/** No package that is to be updated is for the partition Data, which a reset empties (PKG-07). */
public final class DataPartitionRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("PKG-07");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        for (PackageFacts each : contents.packages()) {
            if (each.attributes().effectivePartition().equalsIgnoreCase("Data")) {
                findings.block(
                        Location.ofFile(each.path()),
                        "The package is for the partition Data, which is emptied when the phone is reset.");
            }
        }
    }
}
