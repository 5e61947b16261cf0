package io.oemingest.core.submission;

import io.oemingest.core.internal.io.AtomicFiles;
import io.oemingest.core.internal.zip.ZipWriter;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a submission archive: manifest first, then the files in the order of their paths; packages stored, texts
 * deflated; no times, no names of this machine. The same submission gives the same bytes.
 */
public final class SubmissionArchiveWriter {
    private final SubmissionContents contents;
    private final byte[] manifest;
    private final byte[] report;
    private final List<ManifestFile> files;

    /**
     * Prepares the manifest.
     *
     * @param contents what was read, all of it readable
     * @param clientName program that writes the archive
     * @param report JSON of the validation report
     * @throws IllegalArgumentException if the contents have unreadable or stray files
     */
    public SubmissionArchiveWriter(
            SubmissionContents contents, String clientName, String clientVersion, byte[] report) {
        if (!contents.unreadable().isEmpty() || !contents.strays().isEmpty()) {
            throw new IllegalArgumentException("Only a submission that can be read can be written");
        }
        this.contents = contents;
        this.report = report.clone();
        this.files = rows();
        this.manifest = SubmissionManifestFormat.write(
                new SubmissionManifest(contents.kind(), clientName, clientVersion, contents.pairings(), files));
    }

    /** SHA-256 of the manifest, and so a name for everything that the archive says. */
    public Digest manifestDigest() {
        return Digest.sha256(manifest);
    }

    /**
     * Writes beside the target and moves the whole archive there; an archive that is there is replaced.
     *
     * @throws IOException if a file is no longer the one that was read, or there are too many for one archive
     */
    public void writeTo(Path target, FileOpener source, ProgressListener progress) throws IOException {
        if (manifest.length > JsonFields.MAX_MANIFEST) {
            throw new IOException(files.size() + " files are more than one archive can list");
        }
        AtomicFiles.write(target, part -> {
            try (ZipWriter zip = ZipWriter.create(part)) {
                zip.addText(FileKind.MANIFEST, manifest);
                for (ManifestFile each : files) {
                    add(zip, each, source, progress);
                }
                zip.finish();
            }
        });
    }

    private void add(ZipWriter zip, ManifestFile row, FileOpener source, ProgressListener progress) throws IOException {
        FileFacts file = row.file();
        if (row.kind() == FileKind.VALIDATION_REPORT) {
            zip.addText(file.path(), report);
            return;
        }
        try (ByteSource content = source.open(file.path())) {
            Digest written;
            if (row.kind().isStored()) {
                written = zip.addStored(file.path(), content, progress);
            } else {
                byte[] text = content.readAll(Math.toIntExact(file.size()));
                zip.addText(file.path(), text);
                written = Digest.sha256(text);
            }
            if (!written.equals(file.sha256())) {
                throw new IOException(file.path() + " changed between being read and being written");
            }
        }
    }

    private List<ManifestFile> rows() {
        List<ManifestFile> rows = new ArrayList<>(ManifestRows.of(contents));
        FileFacts reportFile = new FileFacts(FileKind.REPORT_PATH, report.length, Digest.sha256(report));
        rows.add(new ManifestFile(FileKind.VALIDATION_REPORT, reportFile));
        return ManifestRows.sorted(rows);
    }
}
