package io.oemingest.emulator.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The folder that holds the blobs of one running emulator. Its records live in memory, so whatever an earlier run left
 * there is removed at the start, but for its keys; a marker file tells the emulator's own folder from somebody else's.
 */
public final class DataFolder implements AutoCloseable {
    /** The folder in it whose files outlive the run: the emulator's keys. */
    public static final String PKI = "pki";

    private static final String MARKER = "emulator-data.txt";
    private static final String MARKER_TEXT =
            "The emulator of the ingestion service keeps its files here and empties this folder when it starts, but for pki.\n";

    private final Path path;
    private final boolean temporary;

    private DataFolder(Path path, boolean temporary) {
        this.path = path;
        this.temporary = temporary;
    }

    /** A folder in the system's place for temporary files, which {@link #close()} removes. */
    public static DataFolder temporary() throws IOException {
        return new DataFolder(Files.createTempDirectory("ingestion-emulator-"), true);
    }

    /** Takes over an empty folder or one of an earlier run, and makes a missing one. @throws IOException if other files lie there */
    public static DataFolder open(Path path) throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new NotDirectoryException(path.toString());
        }
        Files.createDirectories(path);
        Path marker = path.resolve(MARKER);
        if (!Files.exists(marker) && !isEmpty(path)) {
            throw new IOException(
                    "The folder " + path + " holds files that are not the emulator's; name an empty folder");
        }
        Files.writeString(marker, MARKER_TEXT);
        DataFolder folder = new DataFolder(path, false);
        folder.clear();
        return folder;
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            FileTrees.delete(path);
        } else {
            clear();
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
