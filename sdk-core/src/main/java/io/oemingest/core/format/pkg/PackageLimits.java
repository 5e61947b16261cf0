package io.oemingest.core.format.pkg;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the package tools allow in names and paths. Absent values are a matter of rules, not of these limits. */
final class PackageLimits {
    static final int MAX_FILES = 8000;

    private static final int MAX_PART = 64;
    private static final int MAX_NAME = 194;
    private static final int MAX_PATH = 32_000;
    private static final Pattern PART = Pattern.compile("[0-9a-zA-Z_\\-.]+");
    private static final Pattern CULTURE = Pattern.compile("[a-zA-Z][a-zA-Z0-9_\\-]+");
    private static final Pattern RESOLUTION = Pattern.compile("[1-9][0-9]+[xX][1-9][0-9]+");

    private PackageLimits() {}

    /** What is wrong with the names of a manifest, null if nothing is. */
    static @Nullable String problemOf(PackageManifest manifest) {
        for (Map.Entry<String, @Nullable String> part : parts(manifest).entrySet()) {
            String problem = problemOfPart(part.getKey(), part.getValue());
            if (problem != null) {
                return problem;
            }
        }
        String culture = manifest.identity().culture();
        String resolution = manifest.identity().resolution();
        if (culture != null && resolution != null) {
            return "a package has a culture or a resolution, not both";
        }
        if (culture != null && !CULTURE.matcher(culture).matches()) {
            return "'" + culture + "' is no culture";
        }
        if (resolution != null && !RESOLUTION.matcher(resolution).matches()) {
            return "'" + resolution + "' is no resolution";
        }
        return manifest.name().length() > MAX_NAME
                ? "the package name has more than " + MAX_NAME + " characters: '" + manifest.name() + "'"
                : null;
    }

    private static Map<String, @Nullable String> parts(PackageManifest manifest) {
        Map<String, @Nullable String> parts = new LinkedHashMap<>();
        parts.put("Owner", manifest.identity().owner());
        parts.put("Component", manifest.identity().component());
        parts.put("SubComponent", manifest.identity().subComponent());
        parts.put("Partition", manifest.partition());
        parts.put("Platform", manifest.platform());
        parts.put("GroupingKey", manifest.groupingKey());
        return parts;
    }

    private static @Nullable String problemOfPart(String what, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (text.length() > MAX_PART) {
            return what + " has more than " + MAX_PART + " characters: '" + text + "'";
        }
        return PART.matcher(text).matches()
                ? null
                : what + " has other characters than letters, digits, '_', '-' and '.': '" + text + "'";
    }

    /** What is wrong with a path on the device, null if nothing is. */
    static @Nullable String problemOfPath(String path) {
        if (path.length() > MAX_PATH) {
            return "has more than " + MAX_PATH + " characters";
        }
        if (!path.startsWith("\\")) {
            return "does not start with '\\': '" + path + "'";
        }
        if (path.contains("\\.\\") || path.contains("\\..\\") || path.contains("\\\\")) {
            return "has an empty, '.' or '..' part: '" + path + "'";
        }
        return null;
    }
}
