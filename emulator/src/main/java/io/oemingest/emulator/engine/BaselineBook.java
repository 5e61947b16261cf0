package io.oemingest.emulator.engine;

import io.oemingest.core.baseline.BaselineAnswer.Current;
import io.oemingest.core.baseline.BaselineProvider;
import io.oemingest.core.baseline.ImageVariant;
import io.oemingest.core.baseline.Neighbours;
import io.oemingest.core.format.Location;
import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageNames;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationReport;
import io.oemingest.emulator.port.PackageRefusedException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All signed images, and which of them are baselines (rules WSP-25, WSP-26). Safe for threads. */
final class BaselineBook {
    static final RuleId SAME_VERSION = RuleId.of("WSP-31");

    private static final Set<RuleId> COMPARISON = Set.of(RuleId.of("WSP-06"), RuleId.of("WSP-10"));

    private final BookedImages images;

    BaselineBook(BookedImages images) {
        this.images = images;
    }

    /** The account's baselines that the filter asks for, the lowest version first. */
    List<Baseline> list(UUID clientId, BaselineFilter filter) {
        List<Baseline> all = images.all().stream()
                .filter(each ->
                        each.clientId().equals(clientId) && each.status().isBaseline())
                .map(BookedImage::image)
                .filter(each -> each.product() == filter.product()
                        && each.pairing().folded().equals(filter.pairing().folded()))
                .sorted(Comparator.comparing(Baseline::version))
                .toList();
        FirmwareVersion version = filter.version();
        return version == null ? all : Neighbours.of(all, version).all();
    }

    /** What the service's own run of the rules compares an account's images with. */
    BaselineProvider providerFor(UUID clientId) {
        return query ->
                new Current(list(clientId, new BaselineFilter(query.product(), query.pairing(), query.version())));
    }

    /** Enters an image. @throws IllegalArgumentException if the ticket has one for this phone and operator already */
    void enter(BookedImage image) {
        if (!images.enter(image)) {
            throw new IllegalArgumentException(image.image().ticket() + " has an image for "
                    + image.image().pairing() + " already");
        }
    }

    /** Enters what was signed, if it is an image. */
    void enterSigned(Submission submission, SubmissionContents contents, ValidationReport report) {
        enter(submission.origin().clientId(), submission.ticket(), contents, status(contents, report));
    }

    /** Enters an image for each of its phones and operators; answers how many they are. */
    int enter(UUID clientId, SubmissionTicket ticket, SubmissionContents contents, WspcStatus status) {
        PackageNames packages = PackageNames.of(
                contents.packages().stream().map(PackageFacts::name).toList());
        List<ImageVariant> variants = variants(contents);
        for (ImageVariant each : variants) {
            Baseline image = new Baseline(contents.kind().product(), each.pairing(), each.version(), ticket, packages);
            enter(new BookedImage(clientId, image, status, contents));
        }
        return variants.size();
    }

    /** The account's image that this one updates: that of the highest version below its own, for one of its phones and operators. */
    @Nullable
    SubmissionContents before(UUID clientId, SubmissionContents contents) {
        List<ImageVariant> variants = variants(contents);
        return images.all().stream()
                .filter(each -> each.clientId().equals(clientId)
                        && each.contents() != null
                        && each.image().product() == contents.kind().product())
                .filter(each -> variants.stream().anyMatch(variant -> updates(variant, each.image())))
                .max(Comparator.comparing((BookedImage each) -> each.image().version())
                        .thenComparing(BookedImage::key))
                .map(BookedImage::contents)
                .orElse(null);
    }

    private static boolean updates(ImageVariant variant, Baseline image) {
        return variant.pairing().folded().equals(image.pairing().folded())
                && variant.version().compareTo(image.version()) > 0;
    }

    /** Two baselines of one version may both pass the rules before either of them is signed; the second stops here (WSP-31). */
    void requireFreeVersion(Submission submission, SubmissionContents contents) throws PackageRefusedException {
        if (!contents.kind().baseline()) {
            return;
        }
        for (ImageVariant each : variants(contents)) {
            BaselineFilter next = new BaselineFilter(contents.kind().product(), each.pairing(), each.version());
            for (Baseline other : list(submission.origin().clientId(), next)) {
                if (other.version().equals(each.version())) {
                    throw new PackageRefusedException(
                            Location.ofFile("packages"),
                            "The baseline " + other.label() + " was signed meanwhile and has the same version for "
                                    + each.label() + ".",
                            null);
                }
            }
        }
    }

    private static List<ImageVariant> variants(SubmissionContents contents) {
        return contents.kind().type() == SubmissionType.IMAGE ? ImageVariant.of(contents) : List.of();
    }

    private static WspcStatus status(SubmissionContents contents, ValidationReport report) {
        if (contents.kind().baseline()) {
            return WspcStatus.BASELINE;
        }
        boolean differs = report.findings().stream().anyMatch(each -> COMPARISON.contains(each.rule()));
        // What was not compared, because the service's profile leaves it out, is not compliant for that.
        boolean unknown = report.skipped().stream().anyMatch(each -> COMPARISON.contains(each.rule()));
        return differs || unknown ? WspcStatus.NON_COMPLIANT : WspcStatus.COMPLIANT;
    }
}
