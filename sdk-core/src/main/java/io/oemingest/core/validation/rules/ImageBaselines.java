package io.oemingest.core.validation.rules;

import io.oemingest.core.baseline.BaselineAnswer;
import io.oemingest.core.baseline.ImageVariant;
import io.oemingest.core.baseline.Neighbours;
import io.oemingest.core.format.Location;
import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Evidence;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.ValidationContext;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the rules about baselines share: they are for images alone (WSP-27), look at each phone and operator by itself
 * (WSP-12), and say where there is nothing to look at.
 */
final class ImageBaselines {
    /** Where findings about the whole package set are. */
    static final Location PACKAGES = Location.ofFile("packages");

    private ImageBaselines() {}

    static boolean isImage(SubmissionContents contents) {
        return contents.kind().type() == SubmissionType.IMAGE;
    }

    /** Calls the judge with what is known for each phone and operator of an image. */
    static void forEachAnswer(
            SubmissionContents contents, ValidationContext context, BiConsumer<ImageVariant, BaselineAnswer> judge) {
        if (isImage(contents)) {
            ImageVariant.of(contents)
                    .forEach(each -> judge.accept(each, context.baselines().of(each)));
        }
    }

    /** Calls the judge with the baselines next to the image, for each phone and operator for which there is a list. */
    static void forEachList(
            SubmissionContents contents,
            ValidationContext context,
            Findings findings,
            BiConsumer<ImageVariant, Neighbours> judge) {
        skipIncomplete(contents, findings);
        forEachAnswer(contents, context, (variant, answer) -> {
            List<Baseline> baselines = list(answer);
            if (baselines == null) {
                findings.skip("There is no list of baselines for " + variant.label() + ".");
            } else {
                judge.accept(variant, Neighbours.of(baselines, variant.version()));
            }
        });
    }

    /** Adds to a finding what was compared: the image as one phone and operator get it, and the baselines, if any. */
    static void tell(Evidence evidence, ImageVariant variant, List<Baseline> compared) {
        evidence.fact("variant", variant.label()).fact("image version", variant.version());
        if (compared.size() == 1) {
            evidence.fact("baseline", compared.get(0).label());
        } else {
            evidence.fact(
                    "baselines",
                    compared.isEmpty()
                            ? "none"
                            : compared.stream().map(Baseline::label).collect(Collectors.joining(", ")));
        }
    }

    private static void skipIncomplete(SubmissionContents contents, Findings findings) {
        if (isImage(contents) && ImageVariant.of(contents).isEmpty()) {
            findings.skip("It is not known which phone, operator and firmware version the image is for.");
        } else if (isImage(contents)) {
            contents.packages().stream()
                    .map(PackageFacts::targeting)
                    .filter(each -> each != null && (each.pairing() == null || each.firmwareVersion() == null))
                    .forEach(each -> findings.skip(
                            each.location() + " leaves open which phone, operator or firmware version it is for."));
        }
    }

    private static @Nullable List<Baseline> list(BaselineAnswer answer) {
        if (answer instanceof BaselineAnswer.Current current) {
            return current.baselines();
        }
        return answer instanceof BaselineAnswer.Cached cached ? cached.baselines() : null;
    }
}
