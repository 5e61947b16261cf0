package io.oemingest.core.validation.rules;

import io.oemingest.core.baseline.ImageVariant;
import io.oemingest.core.internal.text.NameList;
import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.PackageNames;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Evidence;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.ValidationContext;
import java.util.List;

/**
 * The comparison of an image's package set with those of the baselines next to it (WSP-01 to WSP-05, WSP-08, WSP-09):
 * the lower one must be contained in the image, the higher one must contain it. Names alone count, so that an empty
 * package satisfies, another version does not matter, and a renamed package is one that is missing.
 */
final class SetComparison {
    private static final String ALLOWED =
            " The image is accepted, but retail updates can neither lead to it nor from it.";

    private final boolean baseline;
    private final boolean outOfOrder;

    /**
     * For images with or without the baseline flag.
     *
     * @param outOfOrder whether for those that have a baseline above them, or for those that have none
     */
    SetComparison(boolean baseline, boolean outOfOrder) {
        this.baseline = baseline;
        this.outOfOrder = outOfOrder;
    }

    void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        if (!ImageBaselines.isImage(contents) || contents.kind().baseline() != baseline) {
            return;
        }
        if (ImagePackages.notLoaded(contents).findAny().isPresent()) {
            findings.skip("The package set is not known: not every package of the image can be loaded.");
            return;
        }
        PackageNames own = PackageNames.of(
                contents.packages().stream().map(PackageFacts::name).toList());
        ImageBaselines.forEachList(contents, context, findings, (variant, neighbours) -> {
            if (neighbours.higher().isEmpty() != outOfOrder) {
                neighbours.lower().forEach(each -> contains(own, each, variant, findings));
                neighbours.higher().forEach(each -> isContained(own, each, variant, findings));
            }
        });
    }

    private void contains(PackageNames own, Baseline lower, ImageVariant variant, Findings findings) {
        List<String> missing = lower.packages().missingFrom(own);
        if (!missing.isEmpty()) {
            String message = "The image " + variant.version() + " lacks " + NameList.count(missing)
                    + " of the baseline " + lower.label() + ": " + NameList.of(missing) + ".";
            add(findings, message, lower, variant);
        }
    }

    private void isContained(PackageNames own, Baseline higher, ImageVariant variant, Findings findings) {
        List<String> missing = own.missingFrom(higher.packages());
        if (!missing.isEmpty()) {
            String message = "The baseline " + higher.label() + " comes after the image " + variant.version()
                    + " and lacks " + NameList.count(missing) + " of it: " + NameList.of(missing) + ".";
            add(findings, message, higher, variant);
        }
    }

    private void add(Findings findings, String message, Baseline compared, ImageVariant variant) {
        String whole = message + " Not compliant: " + variant.label() + ".";
        Evidence evidence = baseline
                ? findings.block(ImageBaselines.PACKAGES, whole)
                : findings.warn(ImageBaselines.PACKAGES, whole + ALLOWED);
        ImageBaselines.tell(evidence, variant, List.of(compared));
    }
}
