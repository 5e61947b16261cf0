package io.oemingest.emulator.engine;

import io.oemingest.core.format.Location;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/** PKG-18: every package comes with a sound test signature of a trusted test root. */
final class TestSignedRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("PKG-18");

    private final TestSignatures signatures;

    TestSignedRule(TestSignatures signatures) {
        this.signatures = signatures;
    }

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        if (!signatures.read()) {
            findings.skip("Signatures are judged by the packages themselves, which are not here.");
            return;
        }
        for (PackageFacts facts : contents.packages()) {
            TestSignatures.Verdict verdict = signatures.of(facts);
            if (verdict == null) {
                findings.skip("The signature of " + facts.path() + " was not read");
            } else if (verdict.problem() != null) {
                Location place = verdict.place();
                String part = place == null || place.part() == null ? "" : place.part() + ": ";
                findings.block(
                        Location.ofFile(facts.path()),
                        "The package is not properly test-signed: " + part + verdict.problem(),
                        "Sign the package with a test certificate that this service trusts, after its last change.");
            }
        }
    }
}
