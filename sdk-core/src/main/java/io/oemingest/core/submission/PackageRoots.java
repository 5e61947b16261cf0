package io.oemingest.core.submission;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the folders of the machine that built an image are on this machine, so that the paths in an update history can be
 * followed. Paths of Windows are compared ignoring case; the longest folder that fits counts.
 */
public record PackageRoots(List<Root> roots) {
    /** The image was built on this machine. */
    public static final PackageRoots NONE = new PackageRoots(List.of());

    public PackageRoots {
        roots = List.copyOf(roots);
    }

    /**
     * A folder of the other machine and where it is here.
     *
     * @param there absolute, with a drive or a server, such as {@code e:\out}; a {@code \\?\} prefix makes no difference
     */
    public record Root(String there, Path here) {
        /** Takes the two. @throws IllegalArgumentException if {@code there} names no folder */
        public Root {
            if (BuildPath.parts(there).isEmpty()) {
                throw new IllegalArgumentException("Not a folder of another machine: '" + there + "'");
            }
        }
    }

    /** These and one more. @throws IllegalArgumentException if {@code there} names no folder */
    public PackageRoots with(String there, Path here) {
        List<Root> more = new ArrayList<>(roots);
        more.add(new Root(there, here));
        return new PackageRoots(more);
    }

    /** The root that holds a path of the other machine, or null if none does. */
    @Nullable
    Root holding(List<String> parts) {
        Root best = null;
        for (Root each : roots) {
            boolean longer = best == null || depth(each) > depth(best);
            if (longer && startsWith(parts, BuildPath.parts(each.there()))) {
                best = each;
            }
        }
        return best;
    }

    static int depth(Root root) {
        return BuildPath.parts(root.there()).size();
    }

    private static boolean startsWith(List<String> path, List<String> folder) {
        return path.size() > folder.size()
                && fold(path.subList(0, folder.size())).equals(fold(folder));
    }

    private static List<String> fold(List<String> parts) {
        return parts.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
    }
}
