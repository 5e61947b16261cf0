package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.io.Digest;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/** A package whose content changed has another version; without one it is not delivered (VER-03). */
public final class UnraisedVersionRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("VER-03");

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
            if (old == null || !old.version().equals(each.version())) {
                continue;
            }
            Digest content = each.details().content();
            if (content == null || old.details().content() == null) {
                findings.skip("The content of " + each.name() + " is not known on both sides.");
            } else if (!content.equals(old.details().content())) {
                findings.warn(
                                Location.ofFile(each.path()),
                                each.name() + " has changed, its version " + each.version()
                                        + " is that of the image before.")
                        .fact("content now", content.hex())
                        .fact("content before", old.details().content().hex());
            }
        }
    }
}
