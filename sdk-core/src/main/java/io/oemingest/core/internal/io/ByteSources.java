package io.oemingest.core.internal.io;

import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;

/** The kinds of {@link ByteSource}: memory, file, view. */
public final class ByteSources {
    private ByteSources() {}

    public static ByteSource ofBytes(String name, byte[] bytes) {
        return new Memory(name, bytes);
    }

    public static ByteSource ofFile(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            // Some systems open a folder and fail at the first read, without a word on which file it was.
            throw new FileSystemException(file.toString(), null, "is a folder, not a file");
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new OpenFile(Objects.toString(file.getFileName(), file.toString()), channel, channel.size());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** What a channel holds now; closing the source closes the channel. */
    public static ByteSource ofChannel(String name, FileChannel channel) throws IOException {
        return new OpenFile(name, channel, channel.size());
    }

    /** A view of sources one behind the other, which stay the caller's to close. */
    public static ByteSource joined(String name, ByteSource... parts) {
        return new Joined(name, List.of(parts));
    }

    public static ByteSource slice(ByteSource whole, String name, long offset, long length) {
        if (offset < 0 || length < 0 || length > whole.size() - offset) {
            throw new IndexOutOfBoundsException(
                    name + ": " + length + " bytes at " + offset + " are not inside " + whole.name());
        }
        return new Slice(name, whole, offset, length);
    }

    public static InputStream stream(ByteSource source) {
        return new SourceStream(source);
    }

    private static final class Memory implements ByteSource {
        private final String name;
        private final byte[] bytes;

        Memory(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public int read(long offset, byte[] target, int start, int length) {
            if (offset >= bytes.length) {
                return -1;
            }
            int n = (int) Math.min(length, bytes.length - offset);
            System.arraycopy(bytes, (int) offset, target, start, n);
            return n;
        }
    }

    private record OpenFile(String name, FileChannel channel, long size) implements ByteSource {
        @Override
        public int read(long offset, byte[] target, int start, int length) throws IOException {
            return offset >= size ? -1 : channel.read(ByteBuffer.wrap(target, start, length), offset);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    private record Joined(String name, List<ByteSource> parts) implements ByteSource {
        @Override
        public long size() {
            return parts.stream().mapToLong(ByteSource::size).sum();
        }

        @Override
        public int read(long offset, byte[] target, int start, int length) throws IOException {
            long at = offset;
            for (ByteSource part : parts) {
                if (at < part.size()) {
                    return part.read(at, target, start, length);
                }
                at -= part.size();
            }
            return -1;
        }
    }

    private record Slice(String name, ByteSource whole, long offset, long size) implements ByteSource {
        @Override
        public int read(long at, byte[] target, int start, int length) throws IOException {
            return at >= size ? -1 : whole.read(offset + at, target, start, (int) Math.min(length, size - at));
        }
    }

    private static final class SourceStream extends BulkInputStream {
        private final ByteSource source;
        private long position;

        SourceStream(ByteSource source) {
            this.source = source;
        }

        @Override
        public int read(byte[] target, int start, int length) throws IOException {
            Objects.checkFromIndexSize(start, length, target.length);
            if (length == 0) {
                return 0;
            }
            int n = source.read(position, target, start, length);
            position += Math.max(n, 0);
            return n;
        }

        @Override
        public long skip(long count) {
            long skipped = Math.max(0, Math.min(count, source.size() - position));
            position += skipped;
            return skipped;
        }

        @Override
        public int available() {
            return (int) Math.min(Integer.MAX_VALUE, source.size() - position);
        }
    }
}
