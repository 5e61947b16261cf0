package io.oemingest.core.validation;

import io.oemingest.core.format.Location;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionContext;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.submission.ImageDocuments;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.submission.SubmissionKind;
import java.util.List;
import java.util.function.Consumer;

/** Runs of made-up rules over an empty submission. */
final class RuleRuns {
    private static final SubmissionContents NOTHING = new SubmissionContents(
            new SubmissionKind(
                    SubmissionType.PARTIAL_IMAGE,
                    SubmissionContext.CONTEXT_FREE,
                    ProductType.WINDOWS_PHONE_BLUE,
                    false),
            ImageDocuments.NONE,
            List.of(),
            List.of(),
            List.of());

    private RuleRuns() {}

    static ValidationReport validate(ValidationRule... rules) {
        return validate(ValidationPolicy.STANDARD, rules);
    }

    static ValidationReport validate(ValidationPolicy policy, ValidationRule... rules) {
        return new SubmissionValidator(List.of(rules), policy).validate(NOTHING, ValidationContext.client());
    }

    static Finding finding(String rule, Severity severity, String file, String message, String mend) {
        return new Finding(RuleId.of(rule), severity, Location.ofFile(file), message, mend);
    }

    static ValidationRule rule(String id, Consumer<Findings> body) {
        return new ValidationRule() {
            @Override
            public RuleId id() {
                return RuleId.of(id);
            }

            @Override
            public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
                body.accept(findings);
            }
        };
    }
}
