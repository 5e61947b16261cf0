package io.oemingest.core.update;

import io.oemingest.core.baseline.Neighbours;
import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageNames;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether an image could be a baseline of a phone and operator, and what it would take (rules WSP-04, WSP-09, WSP-31).
 *
 * @param sameVersion baselines that have its version already; it needs another
 * @param missing packages of the baseline below that it lacks; an empty one of the name will do
 * @param surplus packages that the baseline above lacks; the image must come without them, or above that baseline
 */
public record BaselineOutlook(List<Baseline> sameVersion, List<String> missing, List<String> surplus) {
    public BaselineOutlook {
        sameVersion = List.copyOf(sameVersion);
        missing = List.copyOf(missing);
        surplus = List.copyOf(surplus);
    }

    /** Compares an image with the baselines of its phone and operator, in any order. */
    public static BaselineOutlook of(FirmwareVersion version, PackageNames packages, List<Baseline> baselines) {
        Neighbours neighbours = Neighbours.of(baselines, version);
        return new BaselineOutlook(
                neighbours.equal(),
                names(neighbours.lower().stream().map(each -> each.packages().missingFrom(packages))),
                names(neighbours.higher().stream().map(each -> packages.missingFrom(each.packages()))));
    }

    /** Whether the service would take it for a baseline as it is, as far as versions and package sets go. */
    public boolean isPossible() {
        return sameVersion.isEmpty() && missing.isEmpty() && surplus.isEmpty();
    }

    /** The same for an image that must not lose these packages either. */
    BaselineOutlook lacking(List<String> others) {
        return new BaselineOutlook(sameVersion, names(Stream.of(missing, others)), surplus);
    }

    private static List<String> names(Stream<List<String>> lists) {
        return lists.flatMap(List::stream).distinct().toList();
    }
}
