package io.oemingest.samples.ingest;

import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that is open only while it is read, so that a package may have more files than a process may open. */
record FileOnDemand(Path path, long size) implements ByteSource {

    static FileOnDemand of(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new NoSuchFileException(path.toString());
        }
        return new FileOnDemand(path, Files.size(path));
    }

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public int read(long offset, byte[] target, int start, int length) throws IOException {
        if (offset >= size) {
            return -1;
        }
        int count = (int) Math.min(length, size - offset);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return channel.read(ByteBuffer.wrap(target, start, count), offset);
        }
    }
}
