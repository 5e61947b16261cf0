package io.oemingest.core.submission;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.image.OemInput;
import io.oemingest.core.format.image.UpdateHistory;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.io.ProgressListener.Progress;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads file after file of one submission; what cannot be read is noted and the next file is read. */
final class FactsCollector {
    private static final int BUFFER = 1 << 16;

    private final FormatLimits limits;
    private final ProgressListener progress;
    private final List<PackageFacts> packages = new ArrayList<>();
    private final List<UnreadableFile> unreadable = new ArrayList<>();
    private @Nullable ReadDocument<UpdateHistory> updateHistory;
    private @Nullable ReadDocument<OemInput> oemInput;

    FactsCollector(FormatLimits limits, ProgressListener progress) {
        this.limits = limits;
        this.progress = progress;
    }

    /** Size and digest of a file, which is read once from beginning to end. */
    FileFacts facts(String path, ByteSource content) throws IOException {
        MessageDigest digest = DigestAlgorithm.SHA256.newMessageDigest();
        byte[] buffer = new byte[BUFFER];
        for (long done = 0; done < content.size(); ) {
            int n = (int) Math.min(buffer.length, content.size() - done);
            content.readFully(done, buffer, 0, n);
            digest.update(buffer, 0, n);
            done += n;
            progress.onProgress(new Progress("read", path, done, content.size()));
        }
        return new FileFacts(path, content.size(), Digest.of(DigestAlgorithm.SHA256, digest.digest()));
    }

    /** Takes the content apart, by the kind of file that its path says. */
    void add(FileFacts file, FileKind kind, ByteSource content) throws IOException {
        ByteSource named = content.slice(file.path(), 0, content.size());
        try {
            switch (kind) {
                case UPDATE_HISTORY -> updateHistory = document(file, named, UpdateHistory::read);
                case OEM_INPUT -> oemInput = document(file, named, OemInput::read);
                case PACKAGE -> packages.add(PackageFactsReader.read(file, named, limits));
                case VALIDATION_REPORT -> {
                    // The other side's opinion; nobody here builds on it.
                }
            }
        } catch (MalformedFileException e) {
            unreadable.add(new UnreadableFile(e.location(), e.problem()));
        }
    }

    void addUnreadable(List<UnreadableFile> more) {
        unreadable.addAll(more);
    }

    SubmissionContents contents(SubmissionKind kind, List<String> strays) {
        if (packages.isEmpty() && unreadable.isEmpty()) {
            unreadable.add(new UnreadableFile(Location.ofFile(FileKind.PACKAGES), "there is no package"));
        }
        return new SubmissionContents(kind, new ImageDocuments(updateHistory, oemInput), packages, strays, unreadable);
    }

    private <T> ReadDocument<T> document(FileFacts file, ByteSource content, DocumentReader<T> reader)
            throws IOException {
        if (content.size() > limits.maxInMemory()) {
            throw new MalformedFileException(
                    Location.ofFile(file.path()),
                    "has " + content.size() + " bytes, more than the " + limits.maxInMemory() + " allowed in memory");
        }
        return new ReadDocument<>(file, reader.read(content, limits));
    }

    private interface DocumentReader<T> {
        T read(ByteSource source, FormatLimits limits) throws IOException;
    }
}
