package io.oemingest.core.submission;

import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Opens real files and counts how often each is opened and how many of its bytes are read. */
final class CountedFiles implements FileAccess {
    private final Map<Path, Use> uses = new TreeMap<>();

    /** What was done with one file. */
    static final class Use {
        final long size;
        int opened;
        long read;

        private Use(long size) {
            this.size = size;
        }

        /** Bytes read for each byte of the file. */
        double passes() {
            return (double) read / size;
        }
    }

    Map<Path, Use> uses() {
        return uses;
    }

    @Override
    public ByteSource open(Path file) throws IOException {
        return counted(file, ByteSource.open(file));
    }

    /** The same for bytes that come from elsewhere. */
    ByteSource counted(Path file, ByteSource source) {
        Use use = uses.computeIfAbsent(file, path -> new Use(source.size()));
        use.opened++;
        return new Counted(source, use);
    }

    private record Counted(ByteSource source, Use use) implements ByteSource {
        @Override
        public String name() {
            return source.name();
        }

        @Override
        public long size() {
            return source.size();
        }

        @Override
        public int read(long offset, byte[] target, int start, int length) throws IOException {
            int n = source.read(offset, target, start, length);
            use.read += Math.max(0, n);
            return n;
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }
}
