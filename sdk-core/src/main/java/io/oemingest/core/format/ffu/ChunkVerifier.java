package io.oemingest.core.format.ffu;

import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.io.ProgressListener.Progress;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** Computes the hashes of all chunks that are there, beginning with the image header's. */
final class ChunkVerifier {
    private static final int BUFFER = 1 << 16;

    private final FfuInput input;
    private final SecurityHeader header;
    private final ProgressListener listener;
    private final MessageDigest digest = DigestAlgorithm.SHA256.newMessageDigest();
    private final byte[] buffer;

    ChunkVerifier(FfuInput input, SecurityHeader header, ProgressListener listener) {
        this.input = input;
        this.header = header;
        this.listener = listener;
        this.buffer = new byte[Math.min(BUFFER, header.chunkSize())];
    }

    /** Compares the first {@code chunks} chunks. */
    ChunkVerification verify(long chunks) throws IOException {
        ByteSource source = input.source();
        ByteSource hashes = source.slice("hash table", header.hashTableOffset(), header.hashTableSize());
        long total = chunks * header.chunkSize();
        try (InputStream expected = new BufferedInputStream(hashes.stream())) {
            for (long i = 0; i < chunks; i++) {
                check(i, Digest.of(DigestAlgorithm.SHA256, expected.readNBytes(SecurityHeader.HASH_LENGTH)));
                listener.onProgress(new Progress("verify", source.name(), (i + 1) * header.chunkSize(), total));
            }
        }
        return new ChunkVerification(chunks, header.hashCount() - chunks);
    }

    private void check(long index, Digest expected) throws IOException {
        long at = header.imageHeaderOffset() + index * header.chunkSize();
        Digest found = sha256(at);
        if (!found.matches(expected)) {
            throw input.malformed(
                    FlashError.HASH,
                    "chunk " + index,
                    at,
                    "has SHA-256 " + found.hex() + ", the hash table says " + expected.hex());
        }
    }

    private Digest sha256(long at) throws IOException {
        for (int done = 0; done < header.chunkSize(); ) {
            int n = Math.min(buffer.length, header.chunkSize() - done);
            input.source().readFully(at + done, buffer, 0, n);
            digest.update(buffer, 0, n);
            done += n;
        }
        return Digest.of(DigestAlgorithm.SHA256, digest.digest());
    }
}
