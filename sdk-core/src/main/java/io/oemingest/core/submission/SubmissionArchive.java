package io.oemingest.core.submission;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A submission archive, opened and proved: every size, digest and fact of its manifest has been computed again from the
 * entries. Holds the file open until closed; safe for threads.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class SubmissionArchive implements Closeable {
    private SubmissionArchive() {}

    /**
     * Opens an archive and reads all of it.
     *
     * @throws io.oemingest.core.format.MalformedFileException if it is no submission archive, was damaged or says of an
     *     entry what is not so (rule UPL-09)
     */
    public static SubmissionArchive open(Path file, FormatLimits limits, ProgressListener progress) throws IOException {
        throw new UnsupportedOperationException();
    }

    public SubmissionManifest manifest() {
        throw new UnsupportedOperationException();
    }

    /** The facts, read from the entries and not from the manifest. */
    public SubmissionContents contents() {
        throw new UnsupportedOperationException();
    }

    /** A package in place. @throws IllegalArgumentException if the archive has no package of this path */
    public ByteSource openPackage(String path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException();
    }
}
