package io.oemingest.core.baseline;

import io.oemingest.core.format.image.DeviceTargeting;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import java.util.List;
import java.util.stream.Stream;

/** A phone and operator that an image is for, and the firmware version that it brings them (rules WSP-12, WSP-13). */
public record ImageVariant(PhoneOperatorPairing pairing, FirmwareVersion version) {

    /** Those that the packages name completely, each once, in the order of the packages. */
    public static List<ImageVariant> of(SubmissionContents contents) {
        return contents.packages().stream()
                .map(PackageFacts::targeting)
                .flatMap(targeting -> targeting == null ? Stream.empty() : of(targeting).stream())
                .distinct()
                .toList();
    }

    /** As people are told of it: {@code OEM Contoso, operator 000-DE, device RM-1045}. */
    public String label() {
        return "OEM " + pairing.manufacturer() + ", operator " + pairing.operatorName() + ", device "
                + pairing.modelName();
    }

    private static List<ImageVariant> of(DeviceTargeting targeting) {
        PhoneOperatorPairing pairing = targeting.pairing();
        FirmwareVersion version = targeting.firmwareVersion();
        return pairing == null || version == null ? List.of() : List.of(new ImageVariant(pairing, version));
    }
}
