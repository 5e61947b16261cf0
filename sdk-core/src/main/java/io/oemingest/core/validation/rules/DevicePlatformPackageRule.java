package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.internal.text.NameList;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;
import java.util.List;

/** An image sets the device platform exactly once (PKG-17). */
public final class DevicePlatformPackageRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("PKG-17");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        boolean asked =
                contents.kind().type() == SubmissionType.IMAGE && context.side() == ValidationContext.Side.CLIENT;
        if (!asked) {
            return;
        }
        List<String> names = contents.packages().stream()
                .filter(each -> each.details().devicePlatform())
                .map(PackageFacts::name)
                .sorted()
                .toList();
        if (names.isEmpty() && ImagePackages.notLoaded(contents).findAny().isPresent()) {
            findings.skip("The package that sets the device platform may be one that cannot be loaded.");
        } else if (names.isEmpty()) {
            findings.block(Location.ofFile("packages"), "No package sets the device platform.");
        } else if (names.size() > 1) {
            findings.block(
                    Location.ofFile("packages"),
                    names.size() + " packages set the device platform: " + NameList.of(names) + ".");
        }
    }
}
