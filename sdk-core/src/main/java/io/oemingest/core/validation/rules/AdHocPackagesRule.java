package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.image.OemInput;
import io.oemingest.core.internal.text.NameList;
import io.oemingest.core.submission.ReadDocument;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;
import java.util.List;

/** A retail image takes no packages outside its features (PKG-10). */
public final class AdHocPackagesRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("PKG-10");

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
        List<String> files = input.content().packageFiles();
        if (!files.isEmpty()) {
            findings.block(
                    Location.ofFile(input.file().path()),
                    "The OEM input lists package files: " + NameList.of(files) + ".");
        }
    }
}
