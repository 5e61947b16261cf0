package io.oemingest.core.submission;

import io.oemingest.core.format.image.DeviceTargeting;
import io.oemingest.core.model.PhoneOperatorPairing;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The phones and operators that the packages of a submission name. */
final class Pairings {
    private Pairings() {}

    static List<PhoneOperatorPairing> of(SubmissionContents contents) {
        return contents.packages().stream()
                .map(PackageFacts::targeting)
                .flatMap(each -> each == null ? Stream.empty() : of(each).stream())
                .distinct()
                .sorted(Comparator.comparing(PhoneOperatorPairing::toString))
                .toList();
    }

    private static List<PhoneOperatorPairing> of(DeviceTargeting targeting) {
        String manufacturer = targeting.manufacturer();
        String model = targeting.modelName();
        String operator = targeting.operatorName();
        return manufacturer == null || model == null || operator == null
                ? List.of()
                : List.of(new PhoneOperatorPairing(manufacturer, model, operator));
    }
}
