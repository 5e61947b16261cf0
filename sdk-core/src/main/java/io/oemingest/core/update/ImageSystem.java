package io.oemingest.core.update;

import io.oemingest.core.format.image.HistoryPackage;
import io.oemingest.core.format.image.OemInput;
import io.oemingest.core.format.image.UpdateHistory;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.submission.ReadDocument;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an image's documents say of its operating system. */
final class ImageSystem {
    private static final String OWNER = "Microsoft";
    private static final String COMPONENT = "MainOS";

    private ImageSystem() {}

    /** The highest version of the packages that make up the system; null if none is known. */
    static @Nullable FirmwareVersion version(@Nullable ReadDocument<UpdateHistory> history) {
        return history == null
                ? null
                : history.content().installedPackages().stream()
                        .filter(each -> each.identity().owner().equalsIgnoreCase(OWNER)
                                && each.identity().component().equalsIgnoreCase(COMPONENT))
                        .map(HistoryPackage::version)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    /** The optional features of the system in all forms of the document; null if it is not known. */
    static @Nullable List<String> features(@Nullable ReadDocument<OemInput> input) {
        if (input == null) {
            return null;
        }
        OemInput.Features features = input.content().features();
        return Stream.concat(features.microsoft().stream(), features.earlier().all().stream())
                .distinct()
                .toList();
    }
}
