package io.oemingest.core.format.ffu;

import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.io.ProgressListener.Progress;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.security.DigestException;
import java.security.MessageDigest;

/** Computes the hashes of all chunks that are there, beginning with the image header's. */
final class ChunkVerifier {
    /** Large enough that calls cost nothing beside hashing, small enough to stay in the cache next to the core. */
    private static final int BUFFER = 1 << 15;

    private final FfuInput input;
    private final SecurityHeader header;
    private final ProgressListener listener;
    private final MessageDigest digest = DigestAlgorithm.SHA256.newMessageDigest();
    private final byte[] piece;
    private final byte[] expected = new byte[SecurityHeader.HASH_LENGTH];
    private final byte[] found = new byte[SecurityHeader.HASH_LENGTH];

    ChunkVerifier(FfuInput input, SecurityHeader header, ProgressListener listener) {
        this.input = input;
        this.header = header;
        this.listener = listener;
        this.piece = new byte[Math.min(BUFFER, header.chunkSize())];
    }

    /** Compares the first {@code chunks} chunks. */
    ChunkVerification verify(long chunks) throws IOException {
        String name = input.source().name();
        long total = chunks * header.chunkSize();
        // Small chunks are read together; larger reads go past the stream's buffer.
        try (InputStream hashes = stream("hash table", header.hashTableOffset(), header.hashTableSize());
                InputStream data = stream("chunks", header.imageHeaderOffset(), total)) {
            for (long i = 0; i < chunks; i++) {
                stopIfInterrupted(name);
                fill(hashes, expected, expected.length);
                check(i, data);
                listener.onProgress(new Progress("verify", name, (i + 1) * header.chunkSize(), total));
            }
        }
        return new ChunkVerification(chunks, header.hashCount() - chunks);
    }

    private InputStream stream(String name, long offset, long length) {
        ByteSource region = input.source().slice(name, offset, length);
        return new BufferedInputStream(region.stream(), BUFFER);
    }

    private void check(long index, InputStream data) throws IOException {
        for (int left = header.chunkSize(); left > 0; left -= piece.length) {
            int length = Math.min(piece.length, left);
            fill(data, piece, length);
            digest.update(piece, 0, length);
        }
        finishDigest();
        if (!MessageDigest.isEqual(found, expected)) {
            throw input.malformed(
                    FlashError.HASH,
                    "chunk " + index,
                    header.imageHeaderOffset() + index * header.chunkSize(),
                    "has SHA-256 " + hex(found) + ", the hash table says " + hex(expected));
        }
    }

    private void finishDigest() {
        try {
            digest.digest(found, 0, found.length);
        } catch (DigestException e) {
            throw new IllegalStateException("The buffer is as long as the digest", e);
        }
    }

    private void fill(InputStream from, byte[] target, int length) throws IOException {
        if (from.readNBytes(target, 0, length) < length) {
            throw new EOFException(input.source().name() + " became shorter while it was read");
        }
    }

    private static void stopIfInterrupted(String name) throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("Verifying " + name + " was interrupted");
        }
    }

    private static String hex(byte[] hash) {
        return Digest.of(DigestAlgorithm.SHA256, hash).hex();
    }
}
