package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.image.OemInput;
import io.oemingest.core.submission.ReadDocument;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The input of an image build has what its schema demands (PKG-12). */
public final class OemInputElementsRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("PKG-12");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        ReadDocument<OemInput> input = contents.documents().oemInput();
        if (input == null || context.side() == ValidationContext.Side.SERVICE) {
            return;
        }
        List<String> missing = missing(input.content());
        if (!missing.isEmpty()) {
            findings.block(
                    Location.ofFile(input.file().path()), "The OEM input lacks " + String.join(", ", missing) + ".");
        }
    }

    private static List<String> missing(OemInput input) {
        List<String> missing = new ArrayList<>();
        require("SOC", input.soc(), missing);
        require("Device", input.device(), missing);
        require("ReleaseType", input.releaseType(), missing);
        require("BuildType", input.buildType(), missing);
        if (input.languages().userInterface().isEmpty()) {
            missing.add("SupportedLanguages/UserInterface");
        }
        require("BootUILanguage", input.languages().bootUi(), missing);
        require("BootLocale", input.languages().bootLocale(), missing);
        return missing;
    }

    private static void require(String name, @Nullable String value, List<String> missing) {
        if (value == null || value.isBlank()) {
            missing.add(name);
        }
    }
}
