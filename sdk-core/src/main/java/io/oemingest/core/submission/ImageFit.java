package io.oemingest.core.submission;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.image.HistoryPackage;
import io.oemingest.core.format.image.UpdateHistory;
import io.oemingest.core.model.OwnerType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Holds the packages of an image submission against the update history: the same packages, the same versions. */
final class ImageFit {
    private ImageFit() {}

    /** The packages of the image that are submitted: all that are installed and not Microsoft's own. */
    static List<HistoryPackage> wanted(UpdateHistory history) {
        return history.installedPackages().stream()
                .filter(each -> OwnerType.parseOrNull(each.ownerType()) != OwnerType.MICROSOFT)
                .toList();
    }

    /** Where a package of the history lies in an archive. */
    static String path(HistoryPackage wanted) {
        return FileKind.PACKAGES + wanted.fileName();
    }

    /**
     * What does not fit.
     *
     * @param unreadable paths that are there and whose facts are not known
     */
    static List<UnreadableFile> problems(
            UpdateHistory history, List<PackageFacts> packages, List<UnreadableFile> unreadable) {
        Map<String, PackageFacts> present = new HashMap<>();
        packages.forEach(each -> present.put(fold(each.path()), each));
        Set<String> broken = new TreeSet<>();
        unreadable.forEach(each -> broken.add(fold(each.location().file())));
        List<UnreadableFile> problems = new ArrayList<>();
        for (HistoryPackage wanted : wanted(history)) {
            String path = path(wanted);
            PackageFacts found = present.remove(fold(path));
            String problem = found == null ? missing(wanted, broken.contains(fold(path))) : difference(wanted, found);
            if (problem != null) {
                problems.add(new UnreadableFile(Location.ofFile(path), problem));
            }
        }
        present.values().stream()
                .map(each -> new UnreadableFile(Location.ofFile(each.path()), "is not in the update history"))
                .forEach(problems::add);
        return problems;
    }

    private static @Nullable String missing(HistoryPackage wanted, boolean broken) {
        return broken ? null : "the update history has it as " + wanted.packageFile() + ", and it is not there";
    }

    private static @Nullable String difference(HistoryPackage wanted, PackageFacts found) {
        if (!wanted.identity().key().equals(found.identity().key())) {
            return "is the package " + found.name() + ", the update history has " + wanted.name() + " there";
        }
        return wanted.version().equals(found.version())
                ? null
                : "has the version " + found.version() + ", the update history has " + wanted.version();
    }

    private static String fold(String path) {
        return path.toLowerCase(Locale.ROOT);
    }
}
