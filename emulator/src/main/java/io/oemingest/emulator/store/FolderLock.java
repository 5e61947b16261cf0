package io.oemingest.emulator.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A lock on a file, against other processes and within this one; a process that ends in any way loses it. */
final class FolderLock implements AutoCloseable {
    /** Behind any text, which so stays readable where locks keep readers out. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    // POSIX takes a process's locks on a file away as soon as it closes the file anywhere: a second one may not even be
    // tried.
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Makes the file if it is not there; null if another has the lock. */
    static @Nullable FolderLock take(Path folder, String name) throws IOException {
        Path file = folder.toRealPath().resolve(name);
        if (!OURS.add(file)) {
            return null;
        }
        FolderLock lock = null;
        try {
            lock = locked(file);
            return lock;
        } finally {
            if (lock == null) {
                OURS.remove(file);
            }
        }
    }

    private static @Nullable FolderLock locked(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean held = false;
        try {
            held = channel.tryLock(LOCKED_BYTE, 1, false) != null;
            return held ? new FolderLock(file, channel) : null;
        } finally {
            if (!held) {
                channel.close();
            }
        }
    }

    boolean isHeld() {
        return channel.isOpen();
    }

    /** Makes this the file's text. */
    void write(String text) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        channel.truncate(bytes.remaining());
        channel.position(0);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        if (isHeld()) {
            channel.close();
            OURS.remove(file);
        }
    }
}
