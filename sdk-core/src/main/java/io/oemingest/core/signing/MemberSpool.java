package io.oemingest.core.signing;

import io.oemingest.core.io.ByteSource;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** One unpacked file that can be read at any offset: small ones in memory, others in a temporary file until closed. */
final class MemberSpool implements Closeable {
    private static final int IN_MEMORY = 1 << 20;

    private final ByteSource source;
    private final @Nullable Path file;

    private MemberSpool(ByteSource source, @Nullable Path file) {
        this.source = source;
        this.file = file;
    }

    /** Reads the whole stream, which is expected to have {@code size} bytes. */
    static MemberSpool of(String name, InputStream content, long size) throws IOException {
        if (size <= IN_MEMORY) {
            return new MemberSpool(ByteSource.of(name, content.readNBytes(IN_MEMORY)), null);
        }
        Path file = Files.createTempFile("oemingest-member", ".tmp");
        try {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            ByteSource opened = ByteSource.open(file);
            return new MemberSpool(new NamedSource(name, opened), file);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    ByteSource source() {
        return source;
    }

    @Override
    public void close() throws IOException {
        source.close();
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    /** A temporary file under the name of what it holds. */
    private record NamedSource(String name, ByteSource content) implements ByteSource {
        @Override
        public long size() {
            return content.size();
        }

        @Override
        public int read(long offset, byte[] target, int start, int length) throws IOException {
            return content.read(offset, target, start, length);
        }

        @Override
        public void close() throws IOException {
            content.close();
        }
    }
}
