package io.oemingest.core.format.pkg;

import io.oemingest.core.format.pkg.PackageProblem.Kind;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the package tools allow in names and paths. */
final class PackageLimits {
    /** More are not read. */
    static final int MAX_FILES = 8000;

    private static final int MAX_PART = 64;
    private static final int MAX_NAME = 194;
    private static final int MAX_GROUP = 39;
    private static final int MAX_BUILD_STRING = 1024;
    private static final int MAX_PATH = 32_000;
    private static final int SHOWN = 200;
    private static final Pattern PART = Pattern.compile("[0-9a-zA-Z_\\-.]+");
    private static final Pattern GROUP = Pattern.compile("[a-zA-Z0-9_.\\\\/\\-{}]+");
    private static final Pattern CULTURE = Pattern.compile("[a-zA-Z][a-zA-Z0-9_\\-]+");
    private static final Pattern RESOLUTION = Pattern.compile("[1-9][0-9]+[xX][1-9][0-9]+");

    private final List<PackageProblem> problems = new ArrayList<>();

    private PackageLimits() {}

    /** Everything in a manifest that is too long or has a wrong form. Absent values are no matter of these limits. */
    static List<PackageProblem> problems(PackageManifest manifest) {
        PackageLimits limits = new PackageLimits();
        limits.names(manifest);
        limits.cultureOrResolution(manifest.identity());
        limits.files(manifest);
        return limits.problems;
    }

    private void names(PackageManifest manifest) {
        part("Owner", manifest.identity().owner());
        part("Component", manifest.identity().component());
        part("SubComponent", manifest.identity().subComponent());
        part("Partition", manifest.partition());
        part("Platform", manifest.platform());
        part("GroupingKey", manifest.groupingKey());
        manifest.targetGroups().forEach(this::targetGroup);
        length("the package name", MAX_NAME, manifest.name());
        length("BuildString", MAX_BUILD_STRING, manifest.buildString());
    }

    private void part(String what, @Nullable String text) {
        if (text == null || text.isEmpty() || !length(what, MAX_PART, text)) {
            return;
        }
        if (!PART.matcher(text).matches()) {
            add(
                    Kind.NAME_FORM,
                    null,
                    what + " has other characters than letters, digits, '_', '-' and '.': '" + text + "'");
        }
    }

    private void targetGroup(String group) {
        if (length("a target group", MAX_GROUP, group) && !GROUP.matcher(group).matches()) {
            add(Kind.NAME_FORM, null, "a target group has characters that are not allowed: '" + group + "'");
        }
    }

    private boolean length(String what, int limit, @Nullable String text) {
        if (text == null || text.length() <= limit) {
            return true;
        }
        add(Kind.NAME_FORM, null, what + " has more than " + limit + " characters: '" + shortened(text) + "'");
        return false;
    }

    private void cultureOrResolution(PackageIdentity identity) {
        String culture = identity.culture();
        String resolution = identity.resolution();
        if (culture != null && resolution != null) {
            add(Kind.CULTURE_OR_RESOLUTION, null, "a package has a culture or a resolution, not both");
        }
        form(culture, CULTURE, "no culture");
        form(resolution, RESOLUTION, "no resolution");
    }

    private void form(@Nullable String text, Pattern form, String problem) {
        if (text != null && !form.matcher(text).matches()) {
            add(Kind.CULTURE_OR_RESOLUTION, null, "'" + shortened(text) + "' is " + problem);
        }
    }

    private void files(PackageManifest manifest) {
        for (PackageFile file : manifest.files()) {
            length("the source package of a file", MAX_NAME, file.sourcePackage());
            // The paths of CBS packages may start with a macro.
            String problem = manifest.style() == PackageStyle.SPKG ? problemOfPath(file.devicePath()) : null;
            if (problem != null) {
                add(Kind.DEVICE_PATH, shortened(file.devicePath()), problem);
            }
        }
    }

    /** What is wrong with a path on the device, null if nothing is. */
    static @Nullable String problemOfPath(String path) {
        if (path.length() > MAX_PATH) {
            return "has more than " + MAX_PATH + " characters";
        }
        if (!path.startsWith("\\")) {
            return "does not start with '\\'";
        }
        if (path.contains("\\.\\") || path.contains("\\..\\") || path.contains("\\\\")) {
            return "has an empty, '.' or '..' part";
        }
        return null;
    }

    private void add(Kind kind, @Nullable String part, String text) {
        problems.add(new PackageProblem(kind, part, text));
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
