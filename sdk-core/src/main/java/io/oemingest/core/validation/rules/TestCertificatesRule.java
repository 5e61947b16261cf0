package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/** A package for retail brings no certificates of tests (PKG-19). */
public final class TestCertificatesRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("PKG-19");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        for (PackageFacts each : contents.packages()) {
            for (String certificate : each.details().testCertificates()) {
                findings.warn(
                        Location.ofFile(each.path()), "The package holds the test certificate " + certificate + ".");
            }
        }
    }
}
