package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.image.OemInput;
import io.oemingest.core.submission.ReadDocument;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;
import java.util.Set;

/** The build type of an image is one that the schema knows, its variable included (PKG-13). */
public final class OemInputBuildTypeRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("PKG-13");
    private static final Set<String> KNOWN = Set.of("fre", "chk", "%BUILDTYPE%");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        ReadDocument<OemInput> input = contents.documents().oemInput();
        String type = input == null ? null : input.content().buildType();
        if (input == null || type == null || context.side() == ValidationContext.Side.SERVICE) {
            return;
        }
        if (KNOWN.stream().noneMatch(type::equalsIgnoreCase)) {
            findings.block(Location.ofFile(input.file().path()), "BuildType is '" + type + "', it must be fre or chk.");
        }
    }
}
