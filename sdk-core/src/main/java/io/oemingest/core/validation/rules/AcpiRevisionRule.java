package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.acpi.AcpiTable;
import io.oemingest.core.format.acpi.AcpiTableChange;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;
import java.util.List;

/** An ACPI table that changed has a higher OEMRevision (ACP-01). Tables are the same if path and signature are; a table without
 * the common header is not compared. */
public final class AcpiRevisionRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("ACP-01");

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
            PackageFacts old = before.find(each);
            if (old != null) {
                compare(each, old, findings);
            }
        }
    }

    private static void compare(PackageFacts now, PackageFacts before, Findings findings) {
        List<AcpiTableChange> changes = AcpiTableChange.between(
                before.details().acpiTables(), now.details().acpiTables());
        for (AcpiTableChange each : changes) {
            AcpiTable.Header header = each.after().table().header();
            if (header != null && !each.isRevisionRaised()) {
                findings.warn(
                        Location.ofFile(now.path()),
                        "The table " + each.after().devicePath() + " has changed, its OEMRevision "
                                + header.oemRevision() + " has not risen.");
            }
        }
    }
}
