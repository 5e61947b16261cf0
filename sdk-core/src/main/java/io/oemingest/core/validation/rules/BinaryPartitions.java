package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;

/** What the rules about partitions with a file system share. */
final class BinaryPartitions {
    private BinaryPartitions() {}

    static void refuse(String partition, SubmissionContents contents, Findings findings) {
        for (PackageFacts each : contents.packages()) {
            if (each.attributes().binaryPartition()
                    && each.attributes().effectivePartition().equalsIgnoreCase(partition)) {
                findings.block(
                        Location.ofFile(each.path()),
                        "The package for " + partition + " is flagged as a binary partition.");
            }
        }
    }
}
