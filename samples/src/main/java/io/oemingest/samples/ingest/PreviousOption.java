package io.oemingest.samples.ingest;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.submission.SubmissionArchive;
import io.oemingest.core.submission.SubmissionContents;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The image that came before. */
final class PreviousOption {
    @Option(
            names = "--previous",
            paramLabel = "ARCHIVE",
            description = "Submission archive of the image that this one updates; versions, tables and partitions are"
                    + " compared with it.")
    private @Nullable Path archive;

    /** The facts of the archive; null if none was named. */
    @Nullable
    SubmissionContents contents() throws IOException {
        if (archive == null) {
            return null;
        }
        try (SubmissionArchive opened =
                SubmissionArchive.open(archive, FormatLimits.defaults(), ProgressListener.NONE)) {
            return opened.contents();
        }
    }
}
