package io.oemingest.core.submission;

import io.oemingest.core.format.image.DeviceTargeting;
import io.oemingest.core.model.PhoneOperatorPairing;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The phones and operators that the packages of a submission name. */
final class Pairings {
    private Pairings() {}

    static List<PhoneOperatorPairing> of(SubmissionContents contents) {
        return contents.packages().stream()
                .map(PackageFacts::targeting)
                .filter(Objects::nonNull)
                .map(DeviceTargeting::pairing)
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Comparator.comparing(PhoneOperatorPairing::toString))
                .toList();
    }
}
