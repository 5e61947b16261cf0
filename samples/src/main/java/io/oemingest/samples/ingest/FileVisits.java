package io.oemingest.samples.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Does the same to many files: one bad file is reported and does not hide the ones behind it. */
final class FileVisits {
    private final Console console;

    /** Looks at one file and answers with the exit code that it asks for. */
    @FunctionalInterface
    interface Visit {
        int at(Path file) throws Exception;
    }

    FileVisits(Console console) {
        this.console = console;
    }

    /** The highest exit code of all files. */
    int each(List<Path> files, Visit visit) {
        int worst = ExitCode.OK;
        for (Path file : files) {
            worst = Math.max(worst, one(file, visit));
        }
        return worst;
    }

    /** Like {@link #each}, with every file below a folder instead of the folder, in the order of their paths. */
    int eachBelow(List<Path> filesOrFolders, Visit visit) {
        return each(filesOrFolders, path -> Files.isDirectory(path) ? each(filesBelow(path), visit) : visit.at(path));
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            List<Path> files = below.filter(Files::isRegularFile).sorted().toList();
            if (files.isEmpty()) {
                throw new FileSystemException(folder.toString(), null, "is a folder without files");
            }
            return files;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @SuppressWarnings("IllegalCatch")
    private int one(Path file, Visit visit) {
        try {
            return visit.at(file);
        } catch (Exception e) {
            return console.complain(e);
        }
    }
}
