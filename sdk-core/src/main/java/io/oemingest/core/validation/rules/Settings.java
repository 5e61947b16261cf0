package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.image.DeviceTargeting;
import io.oemingest.core.format.image.TargetingSetting;
import io.oemingest.core.submission.SubmissionContents;
import java.util.List;

/** What the rules about device targeting share: one setting of every phone that a submission is for. */
final class Settings {
    private Settings() {}

    /** Hands over each value that is set and where it stands; what is not set is for the rules about missing values. */
    static void forEach(SubmissionContents contents, TargetingSetting setting, ValueCheck check) {
        for (DeviceTargeting each : contents.targetings()) {
            String value = each.text(setting);
            if (value != null) {
                check.check(each.place(setting), value);
            }
        }
    }

    /** The settings of this group that must be set and are not, by name. */
    static List<String> missing(DeviceTargeting targeting, TargetingSetting.Group group) {
        return TargetingSetting.required(group).stream()
                .filter(setting -> targeting.text(setting) == null)
                .map(TargetingSetting::text)
                .toList();
    }

    /** Looks at one value. */
    @FunctionalInterface
    interface ValueCheck {
        void check(Location place, String value);
    }
}
