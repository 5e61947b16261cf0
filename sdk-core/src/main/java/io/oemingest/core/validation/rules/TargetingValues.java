package io.oemingest.core.validation.rules;

import io.oemingest.core.format.image.DeviceTargeting;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import java.util.List;
import java.util.function.Predicate;

/** What the rules about device targeting values share: where the value is and when there is none to judge. */
final class TargetingValues {
    private final String name;
    private final Predicate<String> form;

    TargetingValues(String name, Predicate<String> form) {
        this.name = name;
        this.form = form;
    }

    void check(SubmissionContents contents, Findings findings, String expected) {
        List<DeviceTargeting> all = contents.targetings();
        if (all.isEmpty()) {
            findings.skip("No package sets device targeting values, so there is no " + name + ".");
        }
        for (DeviceTargeting each : all) {
            checkOne(each, findings, expected);
        }
    }

    private void checkOne(DeviceTargeting targeting, Findings findings, String expected) {
        String value = targeting.values().get(name);
        if (value == null) {
            findings.skip(targeting.location() + " sets no " + name + ".");
        } else if (!form.test(value)) {
            findings.block(
                    targeting.places().getOrDefault(name, targeting.location()),
                    name + " is '" + value + "', it must be " + expected + ".");
        }
    }
}
