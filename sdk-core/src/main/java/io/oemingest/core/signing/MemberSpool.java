package io.oemingest.core.signing;

import io.oemingest.core.internal.io.ByteSources;
import io.oemingest.core.internal.io.Transfers;
import io.oemingest.core.io.ByteSource;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Unpacked files that can be read at any offset: in memory while there is room, the others one behind the other in one
 * temporary file, since a package may have more files than a process may have open. All are gone when it is closed. For
 * one thread.
 */
final class MemberSpool implements Closeable {
    private final @Nullable Path folder;
    private long room;
    private @Nullable FileChannel file;

    /** Keeps so many bytes in memory; the temporary file is in this folder, or where the system wants such files if null. */
    MemberSpool(int inMemory, @Nullable Path folder) {
        this.room = inMemory;
        this.folder = folder;
    }

    /** Reads the whole stream, which is expected to have {@code size} bytes. */
    ByteSource keep(String name, InputStream content, long size) throws IOException {
        if (size <= room) {
            room -= size;
            return ByteSource.of(name, content.readNBytes((int) size));
        }
        FileChannel channel = file();
        long start = channel.size();
        Transfers.write(channel.position(start), content);
        return ByteSources.ofChannel(name, channel).slice(name, start, channel.size() - start);
    }

    private FileChannel file() throws IOException {
        if (file == null) {
            Path created = folder == null
                    ? Files.createTempFile("oemingest-members", ".tmp")
                    : Files.createTempFile(folder, "members", ".tmp");
            file = FileChannel.open(
                    created, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
