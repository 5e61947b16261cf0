package io.oemingest.core.internal.io;

import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Writes everything, where a channel may write less than it was given. */
public final class Transfers {
    private static final int BUFFER = 1 << 16;

    private Transfers() {}

    /** Writes all that remains in the buffer at the channel's position. */
    public static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Writes a whole source at the channel's position. */
    public static void write(FileChannel channel, ByteSource source) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (long done = 0; done < source.size(); ) {
            int n = (int) Math.min(buffer.length, source.size() - done);
            source.readFully(done, buffer, 0, n);
            write(channel, ByteBuffer.wrap(buffer, 0, n));
            done += n;
        }
    }

    /** Writes what is left in a stream at the channel's position. */
    public static void write(FileChannel channel, InputStream content) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int n = content.readNBytes(buffer, 0, BUFFER); n > 0; n = content.readNBytes(buffer, 0, BUFFER)) {
            write(channel, ByteBuffer.wrap(buffer, 0, n));
        }
    }
}
