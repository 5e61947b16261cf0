package io.oemingest.client;

import io.oemingest.client.PartialFile.Whole;
import io.oemingest.client.internal.http.Answer;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.io.ProgressListener.Progress;
import io.oemingest.core.model.SubmissionTicket;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a signed archive into a {@link PartialFile}. After a failure it asks for the missing range only, on condition
 * that the archive is still the same (RFC 9110 13.1.5). Attempts count anew after every byte that arrived.
 */
final class ArchiveDownload {
    private final Api api;
    private final Retries retries;
    private final int chunkSize;
    private final ProgressListener progress;

    ArchiveDownload(Api api, Retries retries, int chunkSize, ProgressListener progress) {
        this.api = api;
        this.retries = retries;
        this.chunkSize = chunkSize;
        this.progress = progress;
    }

    /** Fetches what is missing and returns what the service says of the whole. */
    Whole fetch(SubmissionTicket ticket, PartialFile partial) throws IOException {
        int failures = 0;
        while (true) {
            long before = partial.size();
            try {
                Whole complete = fetchOnce(ticket, partial);
                if (complete != null) {
                    return complete;
                }
            } catch (IngestionException e) {
                failures = partial.size() > before ? 1 : failures + 1;
                if (!e.isTransient()) {
                    throw e;
                }
                retries.pauseOrGiveUp(failures, e);
            }
        }
    }

    /** One attempt; null if the partial file turned out to be useless and was discarded. */
    private @Nullable Whole fetchOnce(SubmissionTicket ticket, PartialFile partial) throws IOException {
        Whole known = partial.whole();
        long have = known == null ? 0 : partial.size();
        if (known != null && have == known.size()) {
            return known;
        }
        var call = api.request("GET", Paths.signedArchive(ticket))
                .header("Accept", "application/zip, application/problem+json")
                // The digest and the ranges are of the file itself, not of a compressed form.
                .header("Accept-Encoding", "identity")
                .header("Range", have > 0 ? "bytes=" + have + "-" : null)
                .header("If-Range", have > 0 && known != null ? known.etag() : null);
        try (Answer answer = api.send(call, have > 0 ? Set.of(200, 206, 416) : Set.of(200))) {
            if (answer.status() == 416) {
                partial.discard();
                return null;
            }
            return take(answer, ticket, partial);
        }
    }

    private Whole take(Answer answer, SubmissionTicket ticket, PartialFile partial) throws IOException {
        Whole whole = ArchiveHeaders.whole(answer, api.problems(), PartialFile.nameOf(ticket) + ".zip");
        if (answer.status() == 200) {
            partial.begin(whole);
        } else if (ArchiveHeaders.start(answer) != partial.size() || !isSame(whole, partial.whole())) {
            partial.discard();
            throw api.problems().wrong(answer, "it is not the part of the file that was asked for");
        }
        append(answer, ticket, partial, whole);
        if (whole.size() >= 0 && partial.size() != whole.size()) {
            throw api.problems().wrong(answer, "it has not as many bytes as it says");
        }
        return whole;
    }

    private static boolean isSame(Whole now, @Nullable Whole before) {
        return before != null
                && Objects.equals(now.etag(), before.etag())
                && now.digest().matches(before.digest());
    }

    private void append(Answer answer, SubmissionTicket ticket, PartialFile partial, Whole whole) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long done = partial.size();
        long reported = done;
        InputStream in = answer.stream();
        try (OutputStream out = Files.newOutputStream(partial.path(), StandardOpenOption.APPEND)) {
            for (int n = read(answer, in, buffer); n >= 0; n = read(answer, in, buffer)) {
                out.write(buffer, 0, n);
                done += n;
                if (done - reported >= chunkSize) {
                    reported = done;
                    report(ticket, done, whole);
                }
            }
        }
        report(ticket, done, whole);
    }

    private void report(SubmissionTicket ticket, long done, Whole whole) {
        progress.onProgress(new Progress("download", ticket.id(), done, Math.max(done, whole.size())));
    }

    /** Reads, telling failures of the network from those of the disk. */
    private static int read(Answer answer, InputStream in, byte[] buffer) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CallInterruptedException("downloading", new InterruptedException());
        }
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw Api.cutOff(answer.call(), e);
        }
    }
}
