package io.oemingest.core.baseline;

import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.FirmwareVersion;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The baselines that an image of one version is compared with (rule WSP-09). Each list holds the baselines of one
 * version, and so one of them at most, unless the service's history contradicts itself (rule WSP-24).
 *
 * @param lower of the highest version below the image's: it must be contained in the image
 * @param equal of the image's own version (rule WSP-31)
 * @param higher of the lowest version above the image's: it must contain the image
 */
public record Neighbours(List<Baseline> lower, List<Baseline> equal, List<Baseline> higher) {
    private static final Comparator<Baseline> BY_VERSION = Comparator.comparing(Baseline::version);

    public Neighbours {
        lower = List.copyOf(lower);
        equal = List.copyOf(equal);
        higher = List.copyOf(higher);
    }

    /** Chooses from the baselines of one phone and operator, in any order. */
    public static Neighbours of(List<Baseline> baselines, FirmwareVersion version) {
        Baseline below = baselines.stream()
                .filter(each -> each.version().compareTo(version) < 0)
                .max(BY_VERSION)
                .orElse(null);
        Baseline above = baselines.stream()
                .filter(each -> each.version().compareTo(version) > 0)
                .min(BY_VERSION)
                .orElse(null);
        return new Neighbours(
                below == null ? List.of() : ofVersion(baselines, below.version()),
                ofVersion(baselines, version),
                above == null ? List.of() : ofVersion(baselines, above.version()));
    }

    /** All three, in the order of their versions. */
    public List<Baseline> all() {
        return Stream.of(lower, equal, higher).flatMap(List::stream).toList();
    }

    private static List<Baseline> ofVersion(List<Baseline> baselines, FirmwareVersion version) {
        return baselines.stream().filter(each -> each.version().equals(version)).toList();
    }
}
