package io.oemingest.core.submission;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.internal.zip.StrictZip;
import io.oemingest.core.internal.zip.ZipEntryFacts;
import io.oemingest.core.internal.zip.ZipWriter;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.submission.SubmissionContentsReader.ReadSubmission;
import io.oemingest.core.testing.SubmissionFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Archives for tests: a good one, and the same with entries changed by hand. */
final class SubmissionArchives {
    static final byte[] REPORT = "{}\n".getBytes(StandardCharsets.UTF_8);

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private SubmissionArchives() {}

    static Path write(FirmwareSubmission submission, Path target) throws IOException {
        ReadSubmission read =
                new SubmissionContentsReader(FormatLimits.defaults(), ProgressListener.NONE).read(submission);
        new SubmissionArchiveWriter(read.contents(), "tests", "1.0", REPORT)
                .writeTo(target, read.files(), ProgressListener.NONE);
        return target;
    }

    static Path good(Path folder) throws IOException {
        return write(SubmissionFolder.good(folder.resolve("in")).contextual(), folder.resolve("good.zip"));
    }

    /** All entries of an archive, to be changed. */
    static SubmissionArchives unpacked(Path archive) throws IOException {
        SubmissionArchives unpacked = new SubmissionArchives();
        try (ByteSource source = ByteSource.open(archive)) {
            StrictZip zip = StrictZip.read(source, FormatLimits.defaults());
            for (ZipEntryFacts each : zip.entries()) {
                unpacked.entries.put(each.name(), zip.readAll(each, 1 << 24));
            }
        }
        return unpacked;
    }

    SubmissionArchives put(String path, byte[] content) {
        entries.put(path, content);
        return this;
    }

    SubmissionArchives remove(String path) {
        entries.remove(path);
        return this;
    }

    byte[] get(String path) {
        return entries.get(path);
    }

    SubmissionArchives editText(String path, UnaryOperator<String> edit) {
        String before = new String(entries.get(path), StandardCharsets.UTF_8);
        String after = edit.apply(before);
        if (before.equals(after)) {
            throw new AssertionError("The edit changes nothing in " + before);
        }
        return put(path, after.getBytes(StandardCharsets.UTF_8));
    }

    /** Packages stored, everything else as a text. */
    Path pack(Path target) throws IOException {
        try (ZipWriter zip = ZipWriter.create(target)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                if (each.getKey().startsWith("packages/") || each.getKey().startsWith("ffu/")) {
                    zip.addStored(each.getKey(), ByteSource.of(each.getKey(), each.getValue()), ProgressListener.NONE);
                } else {
                    zip.addText(each.getKey(), each.getValue());
                }
            }
            zip.finish();
        }
        return target;
    }
}
