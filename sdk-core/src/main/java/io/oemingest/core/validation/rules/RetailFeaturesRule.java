package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.image.OemInput;
import io.oemingest.core.submission.ReadDocument;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;
import java.util.Locale;
import java.util.Set;

/** Features that must not be in retail images are not (PKG-15). The names are those of which "Optional features for building mobile
 * images" says so. */
public final class RetailFeaturesRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("PKG-15");
    private static final Set<String> FORBIDDEN = Set.of(
            "SKIPOOBE",
            "DUMPSIZE512MB",
            "DUMPSIZE1G",
            "DUMPSIZE2G",
            "DUMPSIZE4G",
            "DEDICATEDDUMPONEMMC",
            "DEDICATEDDUMPONSD",
            "TEST_ENABLE_DISK_IDLE",
            "TEST_DISABLE_DISK_IDLE",
            "DISABLE_FFU_PLAT_ID_CHECK");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        ReadDocument<OemInput> input = contents.documents().oemInput();
        if (input == null) {
            return;
        }
        for (String each : Features.of(input.content())) {
            if (FORBIDDEN.contains(each.toUpperCase(Locale.ROOT))) {
                findings.warn(
                        Location.ofFile(input.file().path()),
                        "The feature " + each + " must not be in a retail image.");
            }
        }
    }
}
