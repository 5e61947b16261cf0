package io.oemingest.core.submission;

import io.oemingest.core.format.image.DeviceTargeting;
import io.oemingest.core.model.PhoneOperatorPairing;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Everything that rules may know of a submission, read once and immutable.
 *
 * @param packages those that could be read, in the order of their paths
 * @param strays paths of files among the packages whose names are not those of packages
 * @param unreadable files that should have given facts and did not
 * @param signAs ids of the signing profiles that packages are to get whatever their test signatures say, by the packages'
 *     paths; an extension of this project
 */
public record SubmissionContents(
        SubmissionKind kind,
        ImageDocuments documents,
        List<PackageFacts> packages,
        List<String> strays,
        List<UnreadableFile> unreadable,
        Map<String, String> signAs) {
    public SubmissionContents {
        packages = List.copyOf(packages);
        strays = List.copyOf(strays);
        unreadable = List.copyOf(unreadable);
        signAs = Map.copyOf(signAs);
    }

    /** Facts of files whose test signatures say who is to sign them. */
    public SubmissionContents(
            SubmissionKind kind,
            ImageDocuments documents,
            List<PackageFacts> packages,
            List<String> strays,
            List<UnreadableFile> unreadable) {
        this(kind, documents, packages, strays, unreadable, Map.of());
    }

    /** The same with other wishes for signers. */
    public SubmissionContents withSignAs(Map<String, String> wishes) {
        return new SubmissionContents(kind, documents, packages, strays, unreadable, wishes);
    }

    /**
     * The targeting values of each phone and operator: those of the packages, and where a file of answers travels with the
     * image, those of each of its variants on top of them (rule INI-27).
     */
    public List<DeviceTargeting> targetings() {
        return Targetings.of(this);
    }

    /** The phones and operators that the targeting values name in full, in a fixed order. */
    public List<PhoneOperatorPairing> pairings() {
        return targetings().stream()
                .map(DeviceTargeting::pairing)
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Comparator.comparing(PhoneOperatorPairing::toString))
                .toList();
    }
}
