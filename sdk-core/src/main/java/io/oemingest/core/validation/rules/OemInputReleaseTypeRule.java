package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.image.OemInput;
import io.oemingest.core.model.ReleaseType;
import io.oemingest.core.submission.ReadDocument;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/** A final retail image is built for production (PKG-11). Images for signing may still say Test, so this warns. */
public final class OemInputReleaseTypeRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("PKG-11");

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
        String type = input.content().releaseType();
        if (type != null && ReleaseType.parseOrNull(type) != ReleaseType.PRODUCTION) {
            findings.warn(
                    Location.ofFile(input.file().path()),
                    "ReleaseType of the OEM input is '" + type + "', it is Production for a final retail image.");
        }
    }
}
