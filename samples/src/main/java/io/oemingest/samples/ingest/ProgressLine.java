package io.oemingest.samples.ingest;

import io.oemingest.core.io.ProgressListener;
import java.io.PrintWriter;

/** Prints a line for every tenth of each step, so that a log stays short. */
final class ProgressLine implements ProgressListener {
    private final PrintWriter err;
    private String last = "";

    ProgressLine(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void onProgress(Progress progress) {
        long tenths = progress.total() == 0 ? 10 : progress.done() * 10 / progress.total();
        String line = progress.stage() + " " + progress.item() + ": " + tenths * 10 + " %";
        if (!line.equals(last)) {
            last = line;
            err.println(line);
        }
    }
}
