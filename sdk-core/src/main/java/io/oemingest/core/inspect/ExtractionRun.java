package io.oemingest.core.inspect;

import io.oemingest.core.internal.io.AtomicFiles;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.io.ProgressListener.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes the files of a plan, one whole file after the other. */
final class ExtractionRun {
    private static final int BUFFER = 1 << 16;

    private final ExtractionPlan plan;
    private final boolean replace;
    private final ProgressListener progress;
    private Map<String, Long> sizes = Map.of();

    ExtractionRun(ExtractionPlan plan, boolean replace, ProgressListener progress) {
        this.plan = plan;
        this.replace = replace;
        this.progress = progress;
    }

    void run(Contents contents) throws IOException {
        sizes = contents.files().stream()
                .collect(Collectors.toMap(ContainedFile::name, ContainedFile::size, (one, same) -> one));
        contents.visit(plan.targets().keySet(), this::write);
    }

    private void write(String name, InputStream content) throws IOException {
        List<Path> targets = plan.targets().getOrDefault(name, List.of());
        Path first = targets.get(0);
        write(first, file -> copy(name, content, file));
        for (Path another : targets.subList(1, targets.size())) {
            write(another, file -> Files.copy(first, file));
        }
    }

    private void write(Path target, AtomicFiles.FileMaker maker) throws IOException {
        Files.createDirectories(Objects.requireNonNull(target.getParent(), "it lies in the folder"));
        if (!replace && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        AtomicFiles.write(target, maker);
    }

    private void copy(String name, InputStream content, Path file) throws IOException {
        long size = sizes.getOrDefault(name, 0L);
        byte[] buffer = new byte[BUFFER];
        long done = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                out.write(buffer, 0, n);
                done += n;
                progress.onProgress(new Progress("extract", name, done, size));
            }
        }
        progress.onProgress(new Progress("extract", name, done, size));
    }
}
