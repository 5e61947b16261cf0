package io.oemingest.core.submission;

import io.oemingest.core.format.Location;
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

    private SubmissionFiles() {}

    static SubmissionFiles of(FirmwareSubmission submission) throws IOException {
        SubmissionFiles found = new SubmissionFiles();
        found.document(FileKind.UPDATE_HISTORY_PATH, submission.updateHistory());
        found.document(FileKind.OEM_INPUT_PATH, submission.oemInput());
        if (submission instanceof PartialImage partial) {
            found.folder(partial.packageDirectory());
        }
        return found;
    }

    /** In the order of the archive. */
    SortedMap<String, Path> files() {
        return files;
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
        return ByteSource.open(file);
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
        String path = FileKind.PACKAGES + entry.getFileName();
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
