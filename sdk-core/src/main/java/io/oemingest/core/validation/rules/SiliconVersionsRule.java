package io.oemingest.core.validation.rules;

import io.oemingest.core.format.image.TargetingSetting;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/** The versions that the silicon vendor gives have four numbers (DTI-09). */
public final class SiliconVersionsRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("DTI-09");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        if (context.side() == ValidationContext.Side.CLIENT) {
            check(contents, TargetingSetting.ROM_VERSION, findings);
            check(contents, TargetingSetting.HARDWARE_REVISION, findings);
        }
    }

    private static void check(SubmissionContents contents, TargetingSetting setting, Findings findings) {
        Settings.forEach(contents, setting, (place, value) -> {
            if (FirmwareVersion.parseOrNull(value) == null) {
                findings.warn(
                        place,
                        setting.text() + " is '" + value
                                + "', it should be four numbers from 0 to 65535 with dots between.");
            }
        });
    }
}
