package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.model.MergedPackageName;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationContext.Side;
import io.oemingest.core.validation.ValidationRule;

/** The merged packages of a retail image come from the feature manifests Phone and Variant (WSP-29). */
public final class MergedPackageIdRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("WSP-29");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        if (!ImageBaselines.isImage(contents) || context.side() != Side.CLIENT) {
            return;
        }
        for (PackageFacts each : contents.packages()) {
            MergedPackageName merged = MergedPackageName.parseOrNull(each.identity());
            if (merged != null && !merged.hasRetailFmId()) {
                findings.warn(
                        Location.ofFile(each.path()),
                        "The merged package " + each.name() + " is neither named Phone nor Variant.");
            }
        }
    }
}
