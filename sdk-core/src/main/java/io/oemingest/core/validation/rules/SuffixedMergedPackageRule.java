package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.model.MergedPackageName;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/** A merged package of an image is for all languages and resolutions (WSP-28). */
public final class SuffixedMergedPackageRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("WSP-28");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        if (!ImageBaselines.isImage(contents)) {
            return;
        }
        for (PackageFacts each : contents.packages()) {
            PackageIdentity identity = each.identity();
            String bare = PackageIdentity.of(identity.owner(), identity.component(), identity.subComponent())
                    .name();
            String suffix = identity.name().substring(bare.length());
            if (MergedPackageName.parseOrNull(identity) != null && !suffix.isEmpty()) {
                findings.block(
                        Location.ofFile(each.path()),
                        "The merged package " + each.name() + " ends in the suffix of a language or a resolution, '"
                                + suffix + "'.");
            }
        }
    }
}
