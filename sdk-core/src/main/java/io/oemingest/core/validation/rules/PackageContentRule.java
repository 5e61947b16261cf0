package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.pkg.PackageProblem;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;
import org.jspecify.annotations.Nullable;

/**
 * A package holds what the package tools would have put into it, where they would have put it (PKG-22). No document says
 * so. What the tools and the device refuse blocks; in what no real package differs from their output, but nobody is
 * known to refuse, warns.
 */
public final class PackageContentRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("PKG-22");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        for (PackageFacts each : contents.packages()) {
            for (PackageProblem problem : each.details().problems()) {
                Severity severity = severity(problem.kind());
                if (severity != null) {
                    findings.add(
                            severity,
                            Location.ofFile(each.path()),
                            "The package is not as the package tools build one: " + problem + ".");
                }
            }
        }
    }

    /** Null for what is another rule's. */
    private static @Nullable Severity severity(PackageProblem.Kind kind) {
        return switch (kind) {
            case DUPLICATE_DEVICE_PATH, RESERVED_FOLDER, REGISTRY_WITHOUT_HIVE, JUNCTION_PATH -> Severity.BLOCK;
            case METADATA_PATH, MANIFEST_SIZE, NO_COMPONENT -> Severity.WARN;
            default -> null;
        };
    }
}
