package io.oemingest.core.submission;

import io.oemingest.core.internal.io.AtomicFiles;
import io.oemingest.core.internal.zip.ZipWriter;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Writes a signed archive: the same manifest, signature and files give the same bytes. */
public final class SignedArchiveWriter {
    private final SignedManifest manifest;

    /** Takes the manifest, whose files may come in any order. */
    public SignedArchiveWriter(SignedManifest manifest) {
        List<SignedFile> sorted = manifest.files().stream()
                .sorted(Comparator.comparing(each -> each.file().path()))
                .toList();
        this.manifest = new SignedManifest(
                manifest.ticket(), manifest.environment(), manifest.ruleSet(), manifest.signedAt(), sorted);
    }

    /** Where the bytes of a file of the manifest are; the writer closes what it opens. */
    @FunctionalInterface
    public interface FileOpener {
        ByteSource open(SignedFile file) throws IOException;
    }

    /** Makes the detached signature over {@code signed.json}. */
    @FunctionalInterface
    public interface ManifestSigner {
        byte[] sign(byte[] content) throws IOException;
    }

    /**
     * Writes beside the target and moves the whole archive there; an archive that is there is replaced.
     *
     * @throws IOException if a file does not have the size and digest of the manifest
     */
    public void writeTo(Path target, FileOpener files, ManifestSigner signer, ProgressListener progress)
            throws IOException {
        byte[] text = SignedManifestFormat.write(manifest);
        byte[] signature = signer.sign(text);
        AtomicFiles.write(target, part -> {
            try (ZipWriter zip = ZipWriter.create(part)) {
                zip.addText(SignedArchive.MANIFEST, text);
                zip.addText(SignedArchive.SIGNATURE, signature);
                for (SignedFile each : manifest.files()) {
                    add(zip, each, files, progress);
                }
                zip.finish();
            }
        });
    }

    private static void add(ZipWriter zip, SignedFile row, FileOpener files, ProgressListener progress)
            throws IOException {
        try (ByteSource content = files.open(row)) {
            Digest written = zip.addStored(row.file().path(), content, progress);
            if (!written.equals(row.file().sha256())
                    || content.size() != row.file().size()) {
                throw new IOException(row.file().path() + " is not the file that the manifest lists");
            }
        }
    }
}
