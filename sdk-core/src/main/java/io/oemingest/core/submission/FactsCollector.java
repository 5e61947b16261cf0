package io.oemingest.core.submission;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.image.HistoryPackage;
import io.oemingest.core.format.image.ImageCustomizations;
import io.oemingest.core.format.image.OemInput;
import io.oemingest.core.format.image.UpdateHistory;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.io.ProgressListener.Progress;
import io.oemingest.core.model.SubmissionType;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads file after file of one submission; what cannot be read is noted and the next file is read. */
final class FactsCollector {
    private static final int BUFFER = 1 << 16;

    /** Bytes of the largest file that is held while it is read: more than most packages, little enough for a small heap. */
    static final int MAX_HELD = 8 << 20;

    private final FormatLimits limits;
    private final ProgressListener progress;
    private final List<PackageFacts> packages = new ArrayList<>();
    private final List<UnreadableFile> unreadable = new ArrayList<>();
    private @Nullable ReadDocument<UpdateHistory> updateHistory;
    private @Nullable ReadDocument<OemInput> oemInput;
    private @Nullable ReadDocument<ImageCustomizations> targeting;
    private @Nullable ReadDocument<FfuFacts> ffu;

    FactsCollector(FormatLimits limits, ProgressListener progress) {
        this.limits = limits;
        this.progress = progress;
    }

    /** The content in memory, so that its file is read once; what is too large for that is read again to be taken apart. */
    static ByteSource held(ByteSource content) throws IOException {
        return content.size() > MAX_HELD ? content : ByteSource.of(content.name(), content.readAll(MAX_HELD));
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
                case DEVICE_TARGETING -> targeting = document(file, named, ImageCustomizations::read);
                case FFU_HEAD -> ffu = new ReadDocument<>(file, FfuFactsReader.ofHead(named, limits));
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

    /** Packages that an image consists of and that are to be submitted, as far as its history could be read. */
    List<HistoryPackage> wantedPackages() {
        return updateHistory == null ? List.of() : ImageFit.wanted(updateHistory.content());
    }

    /** Compares the image with its hash table, if its head could be read. */
    void compareWhole(Path image) throws IOException {
        if (ffu != null) {
            ffu = new ReadDocument<>(ffu.file(), FfuFactsReader.comparedWhole(ffu.content(), image, limits, progress));
        }
    }

    SubmissionContents contents(SubmissionKind kind, List<String> strays) {
        if (kind.type() == SubmissionType.IMAGE && updateHistory != null) {
            unreadable.addAll(ImageFit.problems(updateHistory.content(), packages, unreadable));
        }
        if (kind.type() != SubmissionType.FFU_CATALOG && packages.isEmpty() && unreadable.isEmpty()) {
            unreadable.add(new UnreadableFile(Location.ofFile(FileKind.PACKAGES), "there is no package"));
        }
        ImageDocuments documents = new ImageDocuments(updateHistory, oemInput, targeting, ffu);
        return new SubmissionContents(kind, documents, packages, strays, unreadable);
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
