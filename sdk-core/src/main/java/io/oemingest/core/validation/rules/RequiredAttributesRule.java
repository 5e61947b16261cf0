package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A package names its owner, component, owner type and release type (PKG-01). */
public final class RequiredAttributesRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("PKG-01");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        for (PackageFacts each : contents.packages()) {
            List<String> missing = missing(each);
            if (!missing.isEmpty()) {
                findings.block(
                        Location.ofFile(each.path()),
                        "The package's manifest lacks " + String.join(", ", missing) + ".");
            }
        }
    }

    private static List<String> missing(PackageFacts facts) {
        List<String> missing = new ArrayList<>();
        require("Owner", facts.identity().owner(), missing);
        require("Component", facts.identity().component(), missing);
        require("OwnerType", facts.attributes().ownerType(), missing);
        require("ReleaseType", facts.attributes().releaseType(), missing);
        return missing;
    }

    private static void require(String name, @Nullable String value, List<String> missing) {
        if (value == null || value.isBlank()) {
            missing.add(name);
        }
    }
}
