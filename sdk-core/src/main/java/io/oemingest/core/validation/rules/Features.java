package io.oemingest.core.validation.rules;

import io.oemingest.core.format.image.OemInput;
import java.util.List;
import java.util.stream.Stream;

/** The features that the input of an image build lists, whoever defines them. */
final class Features {
    private Features() {}

    static List<String> of(OemInput input) {
        OemInput.Features features = input.features();
        return Stream.of(
                        features.microsoft(), features.oem(), features.earlier().all())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
