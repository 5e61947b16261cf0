package io.oemingest.core.io;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The only place where a name out of a file is joined to a folder. */
public final class SafePaths {
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*", Pattern.DOTALL);

    private SafePaths() {}

    /**
     * Says why a name from an archive may not become a path, or null if it may. Both slashes separate; a name is
     * refused when it is empty, absolute, has a drive, an empty, {@code .} or {@code ..} part, a control character or
     * a colon.
     */
    public static @Nullable String problemOf(String name) {
        if (name.isEmpty()) {
            return "is empty";
        }
        if (name.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
            return "has a control character";
        }
        if (DRIVE.matcher(name).matches() || name.indexOf(':') >= 0) {
            return "names a drive or stream";
        }
        if (name.charAt(0) == '/' || name.charAt(0) == '\\') {
            return "is absolute";
        }
        for (String part : name.split("[/\\\\]", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return "has an empty, '.' or '..' part";
            }
        }
        return null;
    }

    /**
     * Joins an entry's name to a folder, with the separators of this system.
     *
     * @throws IllegalArgumentException if {@link #problemOf} refuses the name or the result leaves the folder
     */
    public static Path resolveInside(Path folder, String name) {
        String problem = problemOf(name);
        if (problem != null) {
            throw new IllegalArgumentException("The name '" + name + "' " + problem);
        }
        Path root = folder.toAbsolutePath().normalize();
        Path resolved = root.resolve(name.replace('\\', '/')).normalize();
        if (!resolved.startsWith(root) || resolved.equals(root)) {
            throw new IllegalArgumentException("The name '" + name + "' leads out of " + folder);
        }
        return resolved;
    }
}
