package io.oemingest.core.submission;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.internal.zip.StrictZip;
import io.oemingest.core.internal.zip.ZipEntryFacts;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.submission.SubmissionContentsReader.ReadSubmission;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A submission archive, opened and proved: every size, digest and fact of its manifest has been computed again from the
 * entries. Holds the file open until closed; safe for threads.
 */
public final class SubmissionArchive implements Closeable {
    private final ByteSource source;
    private final StrictZip zip;
    private final SubmissionManifest manifest;
    private final SubmissionContents contents;
    private final FormatLimits limits;

    private SubmissionArchive(ByteSource source, StrictZip zip, SubmissionArchiveProof proof, FormatLimits limits) {
        this.source = source;
        this.zip = zip;
        this.manifest = proof.manifest();
        this.contents = proof.contents();
        this.limits = limits;
    }

    /**
     * Opens an archive and reads all of it. A file of the archive that is not what its path says is no failure here: it is
     * among the unreadable files of the contents.
     *
     * @throws io.oemingest.core.format.MalformedFileException if it is no submission archive, was damaged or says of an
     *     entry what is not so (rule UPL-09)
     */
    public static SubmissionArchive open(Path file, FormatLimits limits, ProgressListener progress) throws IOException {
        ByteSource source = ByteSource.open(file);
        try {
            StrictZip zip = StrictZip.read(source, limits);
            SubmissionArchiveProof proof = new SubmissionArchiveProof(source.name(), zip, limits, progress);
            return new SubmissionArchive(source, zip, proof, limits);
        } catch (IOException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /**
     * Reads the manifest alone, without proving it: for the one who wrote the archive and wants to know what was sent.
     *
     * @throws io.oemingest.core.format.MalformedFileException if it is no submission archive
     */
    public static SubmissionManifest readManifest(Path file, FormatLimits limits) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            return readManifest(source, limits);
        }
    }

    /** Like {@link #readManifest(Path, FormatLimits)}; the source stays the caller's. */
    public static SubmissionManifest readManifest(ByteSource archive, FormatLimits limits) throws IOException {
        return SubmissionArchiveProof.readManifest(archive.name(), StrictZip.read(archive, limits), limits);
    }

    public SubmissionManifest manifest() {
        return manifest;
    }

    /** The facts, read from the entries and not from the manifest. */
    public SubmissionContents contents() {
        return contents;
    }

    /** The facts with the archive's own files, to be used while the archive is open. */
    public ReadSubmission submission() {
        return new ReadSubmission(contents, this::openFile);
    }

    private ByteSource openFile(String path) throws IOException {
        ZipEntryFacts entry = zip.find(path);
        FileKind kind = FileKind.ofPath(path);
        if (entry == null || kind == null) {
            throw new IllegalArgumentException("The archive has no file " + path);
        }
        return kind.isStored()
                ? zip.storedInPlace(entry)
                : ByteSource.of(path, zip.readAll(entry, limits.maxInMemory()));
    }

    /** A package in place; it needs no closing. @throws IllegalArgumentException if the archive has no package of this path */
    public ByteSource openPackage(String path) {
        ZipEntryFacts entry = zip.find(path);
        if (entry == null || FileKind.ofPath(path) != FileKind.PACKAGE) {
            throw new IllegalArgumentException("The archive has no package " + path);
        }
        return zip.storedInPlace(entry);
    }

    /** The image up to its payload, in place; it needs no closing. @throws IllegalArgumentException if no catalog is submitted */
    public ByteSource openFfuHead() {
        ZipEntryFacts entry = zip.find(FileKind.FFU_HEAD_PATH);
        if (entry == null) {
            throw new IllegalArgumentException("The archive has no image");
        }
        return zip.storedInPlace(entry);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
