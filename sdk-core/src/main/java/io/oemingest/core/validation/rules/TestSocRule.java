package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.image.OemInput;
import io.oemingest.core.submission.ReadDocument;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;
import java.util.regex.Pattern;

/** A retail image is not built for a chip's test layout, which has partitions for crash dumps (PKG-14). */
public final class TestSocRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("PKG-14");
    private static final Pattern TEST = Pattern.compile("_Test(_|$)", Pattern.CASE_INSENSITIVE);

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
        String soc = input.content().soc();
        if (soc != null && TEST.matcher(soc).find()) {
            findings.warn(
                    Location.ofFile(input.file().path()),
                    "SOC is '" + soc + "', a value for tests that adds partitions for crash dumps.");
        }
    }
}
