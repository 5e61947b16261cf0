package io.oemingest.emulator.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds the blobs of one running emulator. Its records live in memory, so whatever an earlier run left
 * there is removed at the start, but for its keys. A marker file tells the emulator's own folder from somebody else's, and
 * is locked as long as an emulator has the folder; the system takes the lock from a process that ends.
 */
public final class DataFolder implements AutoCloseable {
    /** The folder in it whose files outlive the run: the emulator's keys. */
    public static final String PKI = "pki";

    private static final String MARKER = "emulator-data.txt";
    private static final String MARKER_TEXT =
            "The emulator of the ingestion service keeps its files here and empties this folder when it starts, but for pki.\n";

    private final Path path;
    /** Null for a folder that is nobody else's, and goes with its emulator. */
    private final @Nullable FolderLock lock;

    private DataFolder(Path path, @Nullable FolderLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** A folder in the system's place for temporary files, which {@link #close()} removes. */
    public static DataFolder temporary() throws IOException {
        return new DataFolder(Files.createTempDirectory("ingestion-emulator-"), null);
    }

    /**
     * Takes over an empty folder or one of an earlier run, and makes a missing one.
     *
     * @throws IOException if other files lie there, or another emulator has it, of this process or of another
     */
    public static DataFolder open(Path path) throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new NotDirectoryException(path.toString());
        }
        Files.createDirectories(path);
        if (!Files.exists(path.resolve(MARKER)) && !isEmpty(path)) {
            throw new IOException(
                    "The folder " + path + " holds files that are not the emulator's; name an empty folder");
        }
        FolderLock lock = FolderLock.take(path, MARKER);
        if (lock == null) {
            throw new IOException("Another emulator runs with the folder " + path + "; end it, or name another folder");
        }
        try {
            lock.write(MARKER_TEXT);
            DataFolder folder = new DataFolder(path, lock);
            folder.clear();
            return folder;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        if (lock == null) {
            FileTrees.delete(path);
        } else if (lock.isHeld()) {
            try {
                clear();
            } finally {
                lock.close();
            }
        }
    }

    private void clear() throws IOException {
        for (String name : FileBlobStore.FOLDERS) {
            FileTrees.delete(path.resolve(name));
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
