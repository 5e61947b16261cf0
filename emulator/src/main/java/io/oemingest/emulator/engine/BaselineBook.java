package io.oemingest.emulator.engine;

import io.oemingest.core.baseline.BaselineAnswer.Current;
import io.oemingest.core.baseline.BaselineProvider;
import io.oemingest.core.baseline.ImageVariant;
import io.oemingest.core.baseline.Neighbours;
import io.oemingest.core.format.Location;
import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageNames;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationReport;
import io.oemingest.emulator.port.PackageRefusedException;
import io.oemingest.emulator.port.RecordStore;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** All signed images, and which of them are baselines (rules WSP-25, WSP-26). Safe for threads. */
final class BaselineBook {
    static final RuleId SAME_VERSION = RuleId.of("WSP-31");

    private static final Set<RuleId> COMPARISON = Set.of(RuleId.of("WSP-06"), RuleId.of("WSP-10"));

    private final RecordStore<BookedImage> images;

    BaselineBook(RecordStore<BookedImage> images) {
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
        if (!images.insert(image.key(), image)) {
            throw new IllegalArgumentException(image.image().ticket() + " has an image for "
                    + image.image().pairing() + " already");
        }
    }

    /** Enters what was signed, if it is an image. */
    void enterSigned(Submission submission, SubmissionContents contents, ValidationReport report) {
        WspcStatus status = status(contents, report);
        PackageNames packages = PackageNames.of(
                contents.packages().stream().map(PackageFacts::name).toList());
        for (ImageVariant each : variants(contents)) {
            Baseline image = new Baseline(
                    contents.kind().product(), each.pairing(), each.version(), submission.ticket(), packages);
            enter(new BookedImage(submission.origin().clientId(), image, status));
        }
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
