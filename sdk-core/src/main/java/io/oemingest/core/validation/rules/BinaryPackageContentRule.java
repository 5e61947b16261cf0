package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.pkg.PackageProblem;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/** A binary package holds one binary object and nothing else (PKG-08). */
public final class BinaryPackageContentRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("PKG-08");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        if (context.side() == ValidationContext.Side.SERVICE) {
            return;
        }
        for (PackageFacts each : contents.packages()) {
            boolean broken = each.details().problems().stream()
                    .anyMatch(problem -> problem.kind() == PackageProblem.Kind.BINARY_PARTITION_CONTENT);
            if (broken) {
                findings.block(
                        Location.ofFile(each.path()),
                        "The binary package holds " + each.details().files() + " files, it must hold exactly one.");
            }
        }
    }
}
