package io.oemingest.core.submission;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.image.HistoryPackage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.SafePaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a submission where the OEM's build left them, by the paths that they get in the archive. */
final class SubmissionFiles implements FileOpener {
    private final SortedMap<String, Path> files = new TreeMap<>();
    private final SortedMap<String, String> spellings = new TreeMap<>();
    private final List<String> strays = new ArrayList<>();
    private final List<UnreadableFile> missing = new ArrayList<>();

    private final FormatLimits limits;
    private final FileAccess access;

    private SubmissionFiles(FormatLimits limits, FileAccess access) {
        this.limits = limits;
        this.access = access;
    }

    /** All files but the packages of an image, which only its history names. */
    static SubmissionFiles of(FirmwareSubmission submission, FormatLimits limits, FileAccess access)
            throws IOException {
        SubmissionFiles found = new SubmissionFiles(limits, access);
        found.document(FileKind.UPDATE_HISTORY_PATH, submission.updateHistory());
        found.document(FileKind.OEM_INPUT_PATH, submission.oemInput());
        if (submission instanceof PartialImage partial) {
            found.folder(partial.packageDirectory());
        } else if (submission instanceof Image image) {
            found.document(FileKind.TARGETING_PATH, image.targeting());
        } else if (submission instanceof FfuCatalog catalog) {
            found.document(FileKind.FFU_HEAD_PATH, catalog.ffu());
        }
        return found;
    }

    /** Packages that belong to no submission yet: files, and the files of folders. */
    static SubmissionFiles ofPackages(List<Path> filesAndFolders, FormatLimits limits, FileAccess access)
            throws IOException {
        SubmissionFiles found = new SubmissionFiles(limits, access);
        for (Path each : filesAndFolders) {
            if (Files.isDirectory(each)) {
                found.folder(each);
            } else if (Files.exists(each)) {
                found.folderEntry(each);
            } else {
                found.missing.add(
                        new UnreadableFile(Location.ofFile(each.toString()), "there is no such file or folder"));
            }
        }
        return found;
    }

    /** An image without the documents of its build. */
    static SubmissionFiles ofFfu(Path ffu, FormatLimits limits, FileAccess access) {
        SubmissionFiles found = new SubmissionFiles(limits, access);
        found.document(FileKind.FFU_HEAD_PATH, ffu);
        return found;
    }

    /** Looks for the packages of an image; those that are not there are left out. */
    void addPackages(List<HistoryPackage> wanted, PackageRoots roots) throws IOException {
        PackageLocator locator = new PackageLocator(roots);
        for (HistoryPackage each : wanted) {
            Path file = locator.find(each.packageFile());
            if (file != null) {
                packageFile(ImageFit.path(each), file);
            }
        }
    }

    /** Paths in the order of the archive. */
    List<String> paths() {
        return List.copyOf(files.keySet());
    }

    List<String> strays() {
        return strays;
    }

    List<UnreadableFile> missing() {
        return missing;
    }

    @Override
    public ByteSource open(String path) throws IOException {
        Path file = files.get(path);
        if (file == null) {
            throw new IllegalArgumentException("Not a file of the submission: " + path);
        }
        return path.equals(FileKind.FFU_HEAD_PATH) ? FfuHead.open(file, limits) : access.open(file);
    }

    private void document(String path, @Nullable Path file) {
        if (file == null) {
            return;
        }
        if (Files.isRegularFile(file)) {
            files.put(path, file);
        } else {
            missing.add(new UnreadableFile(Location.ofFile(file.toString()), "there is no such file"));
        }
    }

    private void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            missing.add(new UnreadableFile(Location.ofFile(folder.toString()), "there is no such folder"));
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            entries.sorted().forEach(this::folderEntry);
        }
    }

    private void folderEntry(Path entry) {
        packageFile(FileKind.PACKAGES + entry.getFileName(), entry);
    }

    private void packageFile(String path, Path entry) {
        String problem = path.indexOf('\\') >= 0 ? "has a backslash" : SafePaths.problemOf(path);
        String other = spellings.putIfAbsent(path.toLowerCase(Locale.ROOT), path);
        if (problem != null) {
            missing.add(new UnreadableFile(Location.ofFile(path), "its name " + problem));
        } else if (other != null) {
            missing.add(new UnreadableFile(Location.ofFile(path), "its name is that of " + other + " but for case"));
        } else if (!Files.isRegularFile(entry) || FileKind.ofPath(path) == null) {
            strays.add(Files.isDirectory(entry) ? path + "/" : path);
        } else {
            files.put(path, entry);
        }
    }
}
