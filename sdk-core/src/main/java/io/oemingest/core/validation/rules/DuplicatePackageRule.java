package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * No two packages have the same name, ignoring case (PKG-21). No document says so; without it "the package of this name"
 * has no meaning, and the device's own validator refuses it too.
 */
public final class DuplicatePackageRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("PKG-21");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        Map<String, PackageFacts> first = new HashMap<>();
        for (PackageFacts each : contents.packages()) {
            PackageFacts before = first.putIfAbsent(each.name().toLowerCase(Locale.ROOT), each);
            if (before != null) {
                findings.block(
                        Location.ofFile(each.path()),
                        "The package has the name " + each.name() + ", as " + before.path() + " has.");
            }
        }
    }
}
