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

/**
 * Every package can be loaded (WSP-22): those of an image are there and can be read, and no package of any submission
 * says of itself what the package tools refuse to load. Owner type and release type are for PKG-01 to PKG-03.
 */
public final class UnloadablePackageRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("WSP-22");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        ImagePackages.notLoaded(contents)
                .forEach(each -> findings.block(each.location(), "The package cannot be loaded: " + each.problem()));
        for (PackageFacts each : contents.packages()) {
            each.details().problems().stream()
                    .filter(UnloadablePackageRule::isRefused)
                    .forEach(problem -> findings.add(
                            severity(each, problem),
                            Location.ofFile(each.path()),
                            "The package cannot be loaded: " + problem));
        }
    }

    private static boolean isRefused(PackageProblem problem) {
        return switch (problem.kind()) {
            case BUILD_OR_CPU_TYPE, NAME_FORM, CULTURE_OR_RESOLUTION, DEVICE_PATH -> true;
            case UNKNOWN_VALUE -> problem.part() != null;
            default -> false;
        };
    }

    // The tools' own pattern for resolutions lets more pass than resolutions; that it means these is a guess.
    private static Severity severity(PackageFacts facts, PackageProblem problem) {
        boolean resolution = problem.kind() == PackageProblem.Kind.CULTURE_OR_RESOLUTION
                && facts.identity().culture() == null;
        return resolution ? Severity.WARN : Severity.BLOCK;
    }
}
