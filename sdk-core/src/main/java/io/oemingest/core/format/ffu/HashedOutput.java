package io.oemingest.core.format.ffu;

import io.oemingest.core.internal.io.Transfers;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.DigestAlgorithm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.Arrays;

/** Writes chunk after chunk and keeps the hash of each. */
final class HashedOutput {
    private final FileChannel channel;
    private final byte[] chunk;
    private final ByteArrayOutputStream hashes = new ByteArrayOutputStream();
    private final MessageDigest digest = DigestAlgorithm.SHA256.newMessageDigest();

    HashedOutput(FileChannel channel, int chunkSize) {
        this.channel = channel;
        this.chunk = new byte[chunkSize];
    }

    /** One chunk, which begins at {@code offset} of the source; behind the source's end come zeros. */
    void write(ByteSource source, long offset) throws IOException {
        int length = (int) Math.min(chunk.length, source.size() - offset);
        source.readFully(offset, chunk, 0, length);
        Arrays.fill(chunk, length, chunk.length, (byte) 0);
        hashes.writeBytes(digest.digest(chunk));
        Transfers.write(channel, ByteBuffer.wrap(chunk));
    }

    byte[] hashes() {
        return hashes.toByteArray();
    }
}
