package io.oemingest.core.io;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The only place where a name out of a file is joined to a folder. */
public final class SafePaths {
    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*", Pattern.DOTALL);

    private static final Pattern DEVICE = Pattern.compile(
            "(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9\u00b9\u00b2\u00b3]) *(\\..*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_ON_WINDOWS = Pattern.compile("[<>\"|?*]");

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
        for (String part : SEPARATOR.split(name, -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return "has an empty, '.' or '..' part";
            }
        }
        return null;
    }

    /**
     * Says why a name may not become a file on every system, or null if it may: besides what {@link #problemOf} refuses,
     * a part that Windows keeps for a device, that ends in a point or blank, or that has one of {@code <>"|?*}.
     */
    public static @Nullable String portabilityProblemOf(String name) {
        String problem = problemOf(name);
        if (problem != null) {
            return problem;
        }
        for (String part : SEPARATOR.split(name, -1)) {
            if (DEVICE.matcher(part).matches()) {
                return "has the name of a device";
            }
            if (part.endsWith(".") || part.endsWith(" ")) {
                return "has a part that ends in a point or blank";
            }
            if (NOT_ON_WINDOWS.matcher(part).find()) {
                return "has one of the characters <>\"|?*";
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
