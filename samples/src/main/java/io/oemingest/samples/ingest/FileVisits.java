package io.oemingest.samples.ingest;

import java.nio.file.Path;
import java.util.List;

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

    @SuppressWarnings("IllegalCatch")
    private int one(Path file, Visit visit) {
        try {
            return visit.at(file);
        } catch (Exception e) {
            return console.complain(e);
        }
    }
}
