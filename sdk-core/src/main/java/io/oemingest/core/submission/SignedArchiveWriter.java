package io.oemingest.core.submission;

import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;

/** Writes a signed archive: the same manifest and files give the same bytes. */
@SuppressWarnings("DoNotCallSuggester")
public final class SignedArchiveWriter {
    private final SignedManifest manifest;

    public SignedArchiveWriter(SignedManifest manifest) {
        this.manifest = manifest;
    }

    /** Where the bytes of a file of the manifest are. */
    @FunctionalInterface
    public interface FileOpener {
        ByteSource open(SignedFile file) throws IOException;
    }

    /** Makes the detached signature over {@code signed.json}. */
    @FunctionalInterface
    public interface ManifestSigner {
        byte[] sign(byte[] content) throws IOException;
    }

    /** Writes to a new name and moves it to {@code target} when it is whole. */
    public void writeTo(Path target, FileOpener files, ManifestSigner signer, ProgressListener progress)
            throws IOException {
        throw new UnsupportedOperationException(manifest.toString());
    }
}
