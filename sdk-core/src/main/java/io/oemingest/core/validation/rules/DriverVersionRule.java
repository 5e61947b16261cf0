package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.submission.PackageDetails.DriverFile;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A driver that changed has a higher DriverVer; date and version are compared as a whole (VER-08). */
public final class DriverVersionRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("VER-08");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        if (context.side() == ValidationContext.Side.SERVICE) {
            return;
        }
        Before before = Before.of(contents, context, findings);
        if (before == null) {
            return;
        }
        for (PackageFacts each : contents.packages()) {
            PackageFacts old = before.find(each);
            if (old != null && before.isUpdated(each)) {
                compare(each, old, findings);
            }
        }
    }

    private static void compare(PackageFacts now, PackageFacts before, Findings findings) {
        Map<String, DriverFile> earlier = new HashMap<>();
        before.details().drivers().forEach(each -> earlier.put(fold(each.devicePath()), each));
        for (DriverFile each : now.details().drivers()) {
            DriverFile old = earlier.get(fold(each.devicePath()));
            if (old != null && each.version().compareTo(old.version()) <= 0) {
                findings.warn(
                        Location.ofFile(now.path()),
                        "The driver " + each.devicePath() + " has changed, its DriverVer " + each.version()
                                + " has not risen.");
            }
        }
    }

    private static String fold(String path) {
        return path.toLowerCase(Locale.ROOT);
    }
}
