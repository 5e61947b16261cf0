package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.image.OemInput;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.ReadDocument;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;
import java.util.Locale;

/** An image of Windows Phone 8.1 has its targeting package, {@code <OEM>.<Device>.Customizations.MainOS} (INI-25, INI-26). */
public final class TargetingPackageRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("INI-25");
    private static final String NAME = ".Customizations.MainOS";

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        boolean asked = contents.kind().type() == SubmissionType.IMAGE
                && contents.kind().product() == ProductType.WINDOWS_PHONE_BLUE
                && context.side() == ValidationContext.Side.CLIENT;
        if (!asked || contents.packages().stream().anyMatch(TargetingPackageRule::isTargetingPackage)) {
            return;
        }
        if (ImagePackages.notLoaded(contents).findAny().isPresent()) {
            findings.skip("The targeting package may be one that cannot be loaded.");
            return;
        }
        ReadDocument<OemInput> input = contents.documents().oemInput();
        String device = input == null ? null : input.content().device();
        findings.block(
                Location.ofFile("packages"),
                "No package is the targeting package of the image, <OEM>." + (device == null ? "<Device>" : device)
                        + NAME + ".");
    }

    private static boolean isTargetingPackage(PackageFacts facts) {
        return facts.name().toLowerCase(Locale.ROOT).endsWith(NAME.toLowerCase(Locale.ROOT));
    }
}
