package io.oemingest.core.format.pkg;

import io.oemingest.core.format.pkg.PackageProblem.Kind;
import io.oemingest.core.model.BuildType;
import io.oemingest.core.model.CpuType;
import io.oemingest.core.model.OwnerType;
import io.oemingest.core.model.PackageStyle;
import io.oemingest.core.model.ReleaseType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the package builder lets into a package, and where to; each method is one of its rules. */
final class ContentRules {
    private static final String PACKAGES = "\\windows\\packages\\";
    private static final List<String> RESERVED = List.of(
            PACKAGES + "dsmfiles\\",
            PACKAGES + "registryfiles\\",
            PACKAGES + "policyfiles\\",
            PACKAGES + "certificates\\");
    private static final List<String> JUNCTIONS = List.of("\\data\\", "\\efiesp\\", "\\crashdump\\", "\\dpp\\");
    private static final Set<String> WITH_HIVES = Set.of("mainos", "updateos", "efiesp");
    // The one real package of an OEM there.
    private static final String IN_UPDATE_OS = "oem.halextensions.updateos";

    private final PackageManifest manifest;
    private final String partition;
    private final List<PackageProblem> problems = new ArrayList<>();

    private ContentRules(PackageManifest manifest) {
        this.manifest = manifest;
        // A package without a partition goes to MainOS.
        this.partition =
                Objects.requireNonNullElse(manifest.partition(), "mainos").toLowerCase(Locale.ROOT);
    }

    static List<PackageProblem> problems(PackageManifest manifest) {
        ContentRules rules = new ContentRules(manifest);
        rules.values();
        rules.uniquePaths();
        rules.junctions();
        rules.updateOs();
        rules.removal();
        if (manifest.style() == PackageStyle.SPKG) {
            rules.reservedFolders();
            rules.hives();
            rules.binaryPartition();
        }
        return rules.problems;
    }

    private void values() {
        present(Kind.MISSING_VALUE, "Owner", manifest.identity().owner());
        present(Kind.MISSING_VALUE, "Component", manifest.identity().component());
        attribute("OwnerType", manifest.ownerType(), OwnerType::parseOrNull);
        attribute("ReleaseType", manifest.releaseType(), ReleaseType::parseOrNull);
        buildOrCpuType("CpuType", manifest.cpuType(), CpuType::parseOrNull);
        // Real CBS packages leave it out.
        if (manifest.style() == PackageStyle.SPKG || manifest.buildType() != null) {
            buildOrCpuType("BuildType", manifest.buildType(), BuildType::parseOrNull);
        }
        present(Kind.MISSING_VALUE, "Partition", manifest.partition());
        manifest.files().forEach(this::fileValues);
    }

    private void attribute(String what, @Nullable String text, Function<String, @Nullable Object> vocabulary) {
        present(Kind.MISSING_VALUE, what, text);
        known(Kind.UNKNOWN_VALUE, what, text, vocabulary);
    }

    private void buildOrCpuType(String what, @Nullable String text, Function<String, @Nullable Object> vocabulary) {
        present(Kind.BUILD_OR_CPU_TYPE, what, text);
        known(Kind.BUILD_OR_CPU_TYPE, what, text, vocabulary);
    }

    private void fileValues(PackageFile file) {
        if (file.type() == null) {
            add(Kind.UNKNOWN_VALUE, file, "the file type '" + file.fileType() + "' is not known");
        }
        for (String attribute : file.unknownAttributes()) {
            add(Kind.UNKNOWN_VALUE, file, "the file attribute '" + attribute + "' is not known");
        }
    }

    private void present(Kind kind, String what, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            problems.add(new PackageProblem(kind, null, what + " is missing"));
        }
    }

    private void known(Kind kind, String what, @Nullable String text, Function<String, @Nullable Object> vocabulary) {
        if (text != null && !text.isEmpty() && vocabulary.apply(text) == null) {
            problems.add(new PackageProblem(kind, null, what + " '" + text + "' is not known"));
        }
    }

    private void uniquePaths() {
        Set<String> seen = new HashSet<>();
        for (PackageFile file : manifest.files()) {
            if (!seen.add(lower(file))) {
                add(Kind.DUPLICATE_DEVICE_PATH, file, "two files have this device path");
            }
        }
    }

    private void reservedFolders() {
        for (PackageFile file : manifest.files()) {
            if (file.type() == FileType.REGULAR && startsWithOne(file, RESERVED)) {
                add(Kind.RESERVED_FOLDER, file, "a regular file lies in a folder of the installer");
            }
        }
    }

    private void hives() {
        for (PackageFile file : manifest.files()) {
            FileType type = file.type();
            if (type != null && type.isRegistry() && !WITH_HIVES.contains(partition)) {
                add(Kind.REGISTRY_WITHOUT_HIVE, file, "the partition " + manifest.partition() + " has no registry");
            }
        }
    }

    private void binaryPartition() {
        long objects = manifest.files().stream()
                .filter(file -> file.type() == FileType.BINARY_PARTITION)
                .count();
        long payload =
                manifest.files().stream().filter(file -> !file.isMetadata()).count();
        if (manifest.binaryPartition() ? objects != 1 || payload != 1 : objects > 0) {
            problems.add(new PackageProblem(
                    Kind.BINARY_PARTITION_CONTENT,
                    null,
                    (manifest.binaryPartition() ? "fills a partition" : "fills no partition") + " and has " + objects
                            + " binary objects among " + payload + " files"));
        }
    }

    private void junctions() {
        if (!partition.equals("mainos") || ReleaseType.parseOrNull(manifest.releaseType()) != ReleaseType.PRODUCTION) {
            return;
        }
        for (PackageFile file : manifest.files()) {
            if (startsWithOne(file, JUNCTIONS)) {
                add(Kind.JUNCTION_PATH, file, "leads out of MainOS into another partition");
            }
        }
    }

    private void updateOs() {
        boolean foreign = OwnerType.parseOrNull(manifest.ownerType()) != OwnerType.MICROSOFT;
        if (foreign
                && partition.equals("updateos")
                && !manifest.packageName().key().equals(IN_UPDATE_OS)) {
            problems.add(new PackageProblem(
                    Kind.FOREIGN_UPDATE_OS, null, "only Microsoft's packages may go to the partition UpdateOS"));
        }
    }

    private void removal() {
        if (manifest.removal() && manifest.binaryPartition()) {
            problems.add(new PackageProblem(
                    Kind.BINARY_PARTITION_REMOVAL, null, "a package that fills a partition cannot be removed"));
        }
        if (manifest.removal()) {
            manifest.files().stream()
                    .filter(file -> !file.isMetadata())
                    .forEach(file -> add(Kind.REMOVAL_CONTENT, file, "a removal package brings a file"));
        }
    }

    private void add(Kind kind, PackageFile file, String text) {
        problems.add(new PackageProblem(kind, file.devicePath(), text));
    }

    private static boolean startsWithOne(PackageFile file, List<String> folders) {
        String path = lower(file);
        return folders.stream().anyMatch(path::startsWith);
    }

    private static String lower(PackageFile file) {
        return file.devicePath().toLowerCase(Locale.ROOT);
    }
}
