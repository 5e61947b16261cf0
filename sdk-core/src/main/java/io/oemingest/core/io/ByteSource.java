package io.oemingest.core.io;

import io.oemingest.core.internal.io.ByteSources;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Bytes of known size that can be read at any offset. There is no cursor, so one source serves many threads.
 * A source over a file holds it open until {@link #close()}; views made by {@link #slice} need no closing.
 */
public interface ByteSource extends Closeable {

    /** What to call these bytes in messages, usually a file name. */
    String name();

    /** Size in bytes, fixed when the source was opened. */
    long size();

    /**
     * Reads up to {@code length} bytes that start at {@code offset} of the source.
     *
     * @return how many bytes were read, at least 1, or -1 at or after the end
     */
    int read(long offset, byte[] target, int start, int length) throws IOException;

    @Override
    default void close() throws IOException {}

    /** Reads exactly {@code length} bytes. @throws EOFException if the source ends before. */
    default void readFully(long offset, byte[] target, int start, int length) throws IOException {
        int done = 0;
        while (done < length) {
            int n = read(offset + done, target, start + done, length - done);
            if (n < 0) {
                throw new EOFException(name() + " ends at " + size() + ", needed " + length + " bytes at " + offset);
            }
            done += n;
        }
    }

    /** Copies the whole source into memory. @throws IOException if it is larger than {@code limit} bytes. */
    default byte[] readAll(int limit) throws IOException {
        if (size() > limit) {
            throw new IOException(name() + " has " + size() + " bytes, more than the " + limit + " allowed in memory");
        }
        byte[] all = new byte[(int) size()];
        readFully(0, all, 0, all.length);
        return all;
    }

    /** A stream from the first byte to the last; closing it leaves the source open. */
    default InputStream stream() {
        return ByteSources.stream(this);
    }

    /** A view of {@code length} bytes from {@code offset}. @throws IndexOutOfBoundsException outside this source. */
    default ByteSource slice(String name, long offset, long length) {
        return ByteSources.slice(this, name, offset, length);
    }

    /** Bytes in memory; the array is not copied and must not change afterwards. */
    static ByteSource of(String name, byte[] bytes) {
        return ByteSources.ofBytes(name, bytes);
    }

    /** Opens a file for reading; the caller closes the source. */
    static ByteSource open(Path file) throws IOException {
        return ByteSources.ofFile(file);
    }
}
