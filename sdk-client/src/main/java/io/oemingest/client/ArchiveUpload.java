package io.oemingest.client;

import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.io.ProgressListener.Progress;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends an archive chunk by chunk. After each chunk the offsets of both sides must agree; after a failure the service is
 * asked for its own, and sending goes on from there. Attempts count anew whenever the service has more than ever before.
 */
final class ArchiveUpload {
    /** Another offset than ours, or an earlier request still at work; a chunk whose checksum does not fit. */
    private static final Set<Integer> MENDABLE = Set.of(409, 460);

    private final UploadCalls calls;
    private final Retries retries;
    private final int chunkSize;
    private final ProgressListener progress;

    ArchiveUpload(UploadCalls calls, Retries retries, int chunkSize, ProgressListener progress) {
        this.calls = calls;
        this.retries = retries;
        this.chunkSize = chunkSize;
        this.progress = progress;
    }

    /** Hears which offset both sides agree on. */
    @FunctionalInterface
    interface Agreed {
        void at(long offset) throws IOException;
    }

    /** Sends what is missing from {@code start}. @throws IngestionException if the service cannot be brought to take it */
    void send(URI upload, ByteSource archive, long start, Agreed agreed) throws IOException {
        long offset = start;
        long best = start;
        int failures = 0;
        while (offset < archive.size()) {
            IngestionException failure = sendChunk(upload, archive, offset);
            if (failure == null) {
                offset += lengthAt(archive, offset);
            } else {
                retries.pauseOrGiveUp(++failures, failure);
                offset = askForOffset(upload, archive.size(), failure);
            }
            if (offset > best) {
                best = offset;
                failures = 0;
            }
            agreed.at(offset);
            progress.onProgress(new Progress("upload", archive.name(), offset, archive.size()));
        }
    }

    /** Sends one chunk and returns null, or what went wrong in a way that asking for the offset can mend. */
    private @Nullable IngestionException sendChunk(URI upload, ByteSource archive, long offset) throws IOException {
        ByteSource chunk = archive.slice(archive.name(), offset, lengthAt(archive, offset));
        try {
            long now = calls.append(upload, offset, chunk);
            return now == offset + chunk.size() ? null : disagreement(offset + chunk.size(), now);
        } catch (IngestionException e) {
            if (isMendable(e)) {
                return e;
            }
            throw e;
        }
    }

    private long askForOffset(URI upload, long size, IngestionException failure) {
        Long offset = retries.call(() -> calls.offset(upload));
        if (offset == null) {
            throw failure;
        }
        if (offset > size) {
            throw disagreement(size, offset);
        }
        return offset;
    }

    private long lengthAt(ByteSource archive, long offset) {
        return Math.min(chunkSize, archive.size() - offset);
    }

    private static boolean isMendable(IngestionException e) {
        return e.isTransient() || (e instanceof ServiceException refusal && MENDABLE.contains(refusal.status()));
    }

    private static UnexpectedResponseException disagreement(long ours, long theirs) {
        return new UnexpectedResponseException(
                "The service has " + theirs + " bytes of the upload where " + ours + " were sent", 204, null, null);
    }
}
