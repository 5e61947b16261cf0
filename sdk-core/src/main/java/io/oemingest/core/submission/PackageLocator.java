package io.oemingest.core.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds files by the paths that an update history gives them. Lists each folder once; for one thread. */
final class PackageLocator {
    private final PackageRoots roots;
    private final Map<Path, Map<String, Path>> listed = new HashMap<>();

    PackageLocator(PackageRoots roots) {
        this.roots = roots;
    }

    /** The file, or null if it is not on this machine. @throws IOException if a folder cannot be listed */
    @Nullable
    Path find(String buildPath) throws IOException {
        List<String> parts = BuildPath.parts(buildPath);
        PackageRoots.Root root = roots.holding(parts);
        Path file = root == null
                ? asItStands(buildPath)
                : below(root.here(), parts.subList(PackageRoots.depth(root), parts.size()));
        return file != null && Files.isRegularFile(file) ? file : null;
    }

    private static @Nullable Path asItStands(String buildPath) {
        try {
            Path path = Path.of(BuildPath.plain(buildPath));
            return path.isAbsolute() ? path : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private @Nullable Path below(Path folder, List<String> parts) throws IOException {
        Path at = folder;
        for (String part : parts) {
            at = entries(at).get(part.toLowerCase(Locale.ROOT));
            if (at == null) {
                return null;
            }
        }
        return at;
    }

    // Only what a folder really lists is found, so that no name in a history leads out of the root.
    private Map<String, Path> entries(Path folder) throws IOException {
        Map<String, Path> known = listed.get(folder);
        if (known != null) {
            return known;
        }
        Map<String, Path> entries = new HashMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> children = Files.list(folder)) {
                children.sorted()
                        .forEach(each -> entries.putIfAbsent(
                                each.getFileName().toString().toLowerCase(Locale.ROOT), each));
            }
        }
        listed.put(folder, entries);
        return entries;
    }
}
