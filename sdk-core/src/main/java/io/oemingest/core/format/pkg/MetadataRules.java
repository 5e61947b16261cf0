package io.oemingest.core.format.pkg;

import io.oemingest.core.format.pkg.PackageProblem.Kind;
import io.oemingest.core.model.PackageStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a manifest says of itself and of its catalog, as it was in every real package. */
final class MetadataRules {
    static final String MANIFEST_FOLDER = "\\Windows\\Packages\\DsmFiles\\";
    static final String CATALOG_FOLDER = "\\Windows\\System32\\catroot\\{F750E6C3-38EE-11D1-85E5-00C04FC295EE}\\";

    private MetadataRules() {}

    /** {@code length} is that of the manifest as it stands in the cabinet, in bytes. */
    static List<PackageProblem> problems(PackageManifest manifest, long length) {
        List<PackageProblem> problems = new ArrayList<>();
        if (manifest.style() == PackageStyle.SPKG) {
            for (PackageFile file : manifest.files()) {
                path(manifest, file, problems);
                size(manifest, file, length, problems);
            }
        } else if (!manifest.removal() && manifest.files().stream().noneMatch(MetadataRules::isComponent)) {
            problems.add(new PackageProblem(Kind.NO_COMPONENT, null, "has no component manifest"));
        }
        return problems;
    }

    private static void path(PackageManifest manifest, PackageFile file, List<PackageProblem> problems) {
        String expected = expectedPath(manifest, file);
        if (expected != null && !expected.equalsIgnoreCase(file.devicePath())) {
            problems.add(
                    new PackageProblem(Kind.METADATA_PATH, file.devicePath(), "is expected to be '" + expected + "'"));
        }
    }

    private static @Nullable String expectedPath(PackageManifest manifest, PackageFile file) {
        if (file.type() == FileType.MANIFEST) {
            return MANIFEST_FOLDER + manifest.name() + ".dsm.xml";
        }
        return file.type() == FileType.CATALOG ? CATALOG_FOLDER + manifest.name() + ".cat" : null;
    }

    // The tool measures the manifest before it knows these six sizes, so each of them counts as one digit.
    private static void size(PackageManifest manifest, PackageFile file, long length, List<PackageProblem> problems) {
        if (file.type() != FileType.MANIFEST) {
            return;
        }
        long digits = manifest.files().stream()
                .filter(PackageFile::isMetadata)
                .flatMap(each -> Stream.of(each.size(), each.compressedSize(), each.stagedSize()))
                .mapToLong(size -> size == null ? 0 : Long.toString(size).length() - 1)
                .sum();
        if (file.size() != length - digits) {
            problems.add(new PackageProblem(
                    Kind.MANIFEST_SIZE,
                    file.devicePath(),
                    "declares " + file.size() + " bytes, before the sizes were known it had " + (length - digits)));
        }
    }

    private static boolean isComponent(PackageFile file) {
        return file.cabPath().toLowerCase(Locale.ROOT).endsWith(Component.ENDING);
    }
}
