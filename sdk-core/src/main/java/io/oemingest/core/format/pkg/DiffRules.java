package io.oemingest.core.format.pkg;

import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.pkg.DiffPackage.DiffProblem;
import io.oemingest.core.format.pkg.DiffPackage.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the difference builder makes sure of; each method is one of its rules. */
final class DiffRules {
    private final DiffPackage diff;
    private final Cabinet cabinet;
    private final Map<String, PackageFile> target = new HashMap<>();
    private final List<DiffProblem> problems = new ArrayList<>();

    private DiffRules(DiffPackage diff, Cabinet cabinet) {
        this.diff = diff;
        this.cabinet = cabinet;
        diff.target().files().forEach(file -> target.put(key(file.devicePath()), file));
    }

    static List<DiffProblem> problems(DiffPackage diff, Cabinet cabinet) {
        DiffRules rules = new DiffRules(diff, cabinet);
        rules.nameAndVersions();
        rules.targetManifest();
        diff.files().forEach(rules::file);
        return rules.problems;
    }

    private void nameAndVersions() {
        if (!diff.name().equalsIgnoreCase(diff.target().name())) {
            add(
                    Kind.NAME,
                    "is called '" + diff.name() + "', its target '"
                            + diff.target().name() + "'");
        }
        if (diff.sourceVersion().compareTo(diff.targetVersion()) >= 0) {
            add(
                    Kind.VERSION,
                    "leads from version " + diff.sourceVersion() + " to " + diff.targetVersion()
                            + ", which is not higher");
        }
        if (!diff.targetVersion().equals(diff.target().version())) {
            add(
                    Kind.VERSION,
                    "leads to version " + diff.targetVersion() + ", its target has "
                            + diff.target().version());
        }
    }

    private void targetManifest() {
        String expected = MetadataRules.MANIFEST_FOLDER + diff.target().name() + ".dsm.xml";
        List<DiffFile> entries = diff.files().stream()
                .filter(file -> file.type() == DiffType.TARGET_DSM)
                .toList();
        if (entries.size() != 1 || !entries.get(0).devicePath().equalsIgnoreCase(expected)) {
            add(Kind.TARGET_DSM, "has " + entries.size() + " entries of type TargetDSM, expected one for " + expected);
        }
    }

    private void file(DiffFile file) {
        DiffType type = file.type();
        if (type == null) {
            add(Kind.DIFF_TYPE, file.devicePath() + ": the difference type '" + file.diffType() + "' is not known");
            return;
        }
        PackageFile wanted = target.get(key(file.devicePath()));
        if (type == DiffType.REMOVE ? wanted != null : wanted == null) {
            add(
                    Kind.TARGET_FILE,
                    file.devicePath() + ": the difference type is " + type.text() + ", and the target "
                            + (wanted == null ? "does not have the file" : "has the file"));
        } else if (wanted != null && isPartition(file.fileType()) != isPartition(wanted.fileType())) {
            add(
                    Kind.TARGET_FILE,
                    file.devicePath() + ": has the type " + file.fileType() + ", in the target " + wanted.fileType());
        }
        member(file, type);
    }

    private void member(DiffFile file, DiffType type) {
        String cabPath = file.cabPath();
        if (type != DiffType.REMOVE && (cabPath == null || cabinet.find(cabPath) == null)) {
            add(Kind.MEMBER, file.devicePath() + ": the cabinet does not have the member " + cabPath);
        }
    }

    private static boolean isPartition(String fileType) {
        return FileType.parseOrNull(fileType) == FileType.BINARY_PARTITION;
    }

    private void add(Kind kind, String text) {
        problems.add(new DiffProblem(kind, text));
    }

    private static String key(String path) {
        return path.toLowerCase(Locale.ROOT);
    }
}
