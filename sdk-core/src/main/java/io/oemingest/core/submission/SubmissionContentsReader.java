package io.oemingest.core.submission;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionContext;
import io.oemingest.core.model.SubmissionType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads the facts of a submission from the files of the OEM's build. Safe for threads as far as the listener is. */
public final class SubmissionContentsReader {
    private final FormatLimits limits;
    private final ProgressListener progress;
    private final FileAccess access;

    public SubmissionContentsReader(FormatLimits limits, ProgressListener progress) {
        this(limits, progress, ByteSource::open);
    }

    SubmissionContentsReader(FormatLimits limits, ProgressListener progress, FileAccess access) {
        this.limits = limits;
        this.progress = progress;
        this.access = access;
    }

    /**
     * Reads every file once. Files that are missing or are not what they should be end up among the unreadable ones.
     *
     * @throws IOException if a file that is there cannot be read at all
     */
    public ReadSubmission read(FirmwareSubmission submission) throws IOException {
        SubmissionFiles files = SubmissionFiles.of(submission, limits, access);
        FactsCollector collector = collected(files);
        if (submission instanceof Image image) {
            List<String> documents = files.paths();
            files.addPackages(collector.wantedPackages(), image.packageRoots());
            collectAll(without(files.paths(), documents), files, collector);
        } else if (submission instanceof FfuCatalog catalog) {
            collector.compareWhole(catalog.ffu());
        }
        return read(kind(submission), files, collector);
    }

    /**
     * Reads packages that belong to no submission yet, as a context-free partial image of them would have them.
     *
     * @param filesAndFolders of folders all files are meant
     * @throws IOException if a file that is there cannot be read at all
     */
    public ReadSubmission readPackages(List<Path> filesAndFolders, ProductType product) throws IOException {
        SubmissionFiles files = SubmissionFiles.ofPackages(filesAndFolders, limits, access);
        SubmissionKind kind =
                new SubmissionKind(SubmissionType.PARTIAL_IMAGE, SubmissionContext.CONTEXT_FREE, product, false);
        return read(kind, files, collected(files));
    }

    /**
     * Reads an image, head and chunks, without the documents of its build.
     *
     * @throws IOException if it is there and cannot be read at all
     */
    public ReadSubmission readFfu(Path ffu, ProductType product) throws IOException {
        SubmissionFiles files = SubmissionFiles.ofFfu(ffu, limits, access);
        FactsCollector collector = collected(files);
        collector.compareWhole(ffu);
        return read(
                new SubmissionKind(SubmissionType.FFU_CATALOG, SubmissionContext.CONTEXTUAL, product, false),
                files,
                collector);
    }

    private static ReadSubmission read(SubmissionKind kind, SubmissionFiles files, FactsCollector collector) {
        collector.addUnreadable(files.missing());
        return new ReadSubmission(collector.contents(kind, files.strays()), files);
    }

    private FactsCollector collected(SubmissionFiles files) throws IOException {
        FactsCollector collector = new FactsCollector(limits, progress);
        collectAll(files.paths(), files, collector);
        return collector;
    }

    private static SubmissionKind kind(FirmwareSubmission submission) {
        boolean baseline = submission instanceof Image image && image.baseline();
        return new SubmissionKind(submission.type(), submission.context(), submission.product(), baseline);
    }

    private static List<String> without(List<String> paths, List<String> done) {
        Set<String> left = new LinkedHashSet<>(paths);
        done.forEach(left::remove);
        return List.copyOf(left);
    }

    private static void collectAll(List<String> paths, SubmissionFiles files, FactsCollector collector)
            throws IOException {
        for (String path : paths) {
            try (ByteSource file = files.open(path)) {
                FileKind kind = Objects.requireNonNull(FileKind.ofPath(path), "only known paths are collected");
                ByteSource content = FactsCollector.held(file);
                collector.add(collector.facts(path, content), kind, content);
            } catch (MalformedFileException e) {
                collector.addUnreadable(List.of(new UnreadableFile(e.location(), e.problem())));
            }
        }
    }

    /** The facts of a submission, and its files for whoever writes them into an archive. */
    public record ReadSubmission(SubmissionContents contents, FileOpener files) {}
}
