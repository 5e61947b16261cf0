package io.oemingest.core.validation.rules;

import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;
import java.util.regex.Pattern;

/**
 * The operator is three characters, a hyphen and two characters (STD-09). The document prints XXX-XX without saying what
 * an X is; capitals and digits, as in all known codes, is this project's reading.
 */
public final class OperatorNameRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("STD-09");
    private static final TargetingValues VALUE = new TargetingValues(
            "PhoneMobileOperatorName",
            Pattern.compile("[0-9A-Z]{3}-[0-9A-Z]{2}").asMatchPredicate());

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        VALUE.check(contents, findings, "three capitals or digits, a hyphen and two more");
    }
}
