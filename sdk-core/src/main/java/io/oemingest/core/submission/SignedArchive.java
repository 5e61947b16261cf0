package io.oemingest.core.submission;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** A signed archive {@code <OemId>.<ticket>.zip}, opened but not verified: {@link SignedArchiveVerifier} does that. */
@SuppressWarnings("DoNotCallSuggester")
public final class SignedArchive implements Closeable {
    private SignedArchive() {}

    /** Opens an archive. @throws io.oemingest.core.format.MalformedFileException if it does not have the form of a signed archive */
    public static SignedArchive open(Path file, FormatLimits limits) throws IOException {
        throw new UnsupportedOperationException();
    }

    public SignedManifest manifest() {
        throw new UnsupportedOperationException();
    }

    /** A signed file in place. @throws IllegalArgumentException if the archive has no file of this path */
    public ByteSource openFile(String path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException();
    }
}
