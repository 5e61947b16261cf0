package io.oemingest.core.validation.rules;

import io.oemingest.core.format.image.TargetingSetting;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/** The firmware has a version (DTI-04); STD-06 alone would let zeros pass. */
public final class ZeroFirmwareRevisionRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("DTI-04");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        Settings.forEach(contents, TargetingSetting.FIRMWARE_REVISION, (place, value) -> {
            FirmwareVersion version = FirmwareVersion.parseOrNull(value);
            if (version != null && version.isZero()) {
                findings.block(place, "PhoneFirmwareRevision is 0.0.0.0.");
            }
        });
    }
}
