package io.oemingest.core.validation.rules;

import io.oemingest.core.baseline.ImageVariant;
import io.oemingest.core.format.image.DeviceTargeting;
import io.oemingest.core.format.image.TargetingSetting;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An image has one firmware version for each phone and operator, or it has no place among the baselines (WSP-23). A
 * version in the wrong form is for STD-06.
 */
public final class UnknownFirmwareVersionRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("WSP-23");
    private static final String MESSAGE =
            "The firmware version of the image is not known, so it cannot be placed among the baselines: ";

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        if (!ImageBaselines.isImage(contents)) {
            return;
        }
        if (ImagePackages.notLoaded(contents).findAny().isPresent()) {
            findings.skip("The package that sets the firmware version may be one that cannot be loaded.");
            return;
        }
        List<DeviceTargeting> all = contents.packages().stream()
                .map(PackageFacts::targeting)
                .filter(Objects::nonNull)
                .toList();
        if (all.isEmpty()) {
            findings.block(ImageBaselines.PACKAGES, MESSAGE + "no package sets it.");
        }
        all.stream()
                .filter(each -> each.firmwareRevision() == null)
                .forEach(each -> findings.block(
                        each.place(TargetingSetting.FIRMWARE_REVISION),
                        MESSAGE + "the targeting values have no PhoneFirmwareRevision."));
        checkContradictions(ImageVariant.of(contents), findings);
    }

    private static void checkContradictions(List<ImageVariant> variants, Findings findings) {
        Map<PhoneOperatorPairing, FirmwareVersion> versions = new HashMap<>();
        for (ImageVariant each : variants) {
            FirmwareVersion before = versions.putIfAbsent(each.pairing().folded(), each.version());
            if (before != null && !before.equals(each.version())) {
                findings.block(
                        ImageBaselines.PACKAGES,
                        MESSAGE + "the packages set two, " + before + " and " + each.version() + ", for " + each.label()
                                + ".");
            }
        }
    }
}
