package io.oemingest.core.submission;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import java.io.IOException;
import java.util.Objects;

/** Reads the facts of a submission from the files of the OEM's build. Safe for threads as far as the listener is. */
public final class SubmissionContentsReader {
    private final FormatLimits limits;
    private final ProgressListener progress;

    public SubmissionContentsReader(FormatLimits limits, ProgressListener progress) {
        this.limits = limits;
        this.progress = progress;
    }

    /**
     * Reads every file once. Files that are missing or are not what they should be end up among the unreadable ones.
     *
     * @throws IOException if a file that is there cannot be read at all
     */
    public ReadSubmission read(FirmwareSubmission submission) throws IOException {
        SubmissionFiles files = SubmissionFiles.of(submission);
        FactsCollector collector = new FactsCollector(limits, progress);
        collector.addUnreadable(files.missing());
        for (String path : files.files().keySet()) {
            try (ByteSource content = files.open(path)) {
                FileKind kind = Objects.requireNonNull(FileKind.ofPath(path), "only known paths are collected");
                collector.add(collector.facts(path, content), kind, content);
            }
        }
        SubmissionKind kind = new SubmissionKind(submission.type(), submission.context(), submission.product(), false);
        return new ReadSubmission(collector.contents(kind, files.strays()), files);
    }

    /** The facts of a submission, and its files for whoever writes them into an archive. */
    public record ReadSubmission(SubmissionContents contents, FileOpener files) {}
}
