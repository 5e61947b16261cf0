package io.oemingest.core.internal.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that appear whole or not at all. */
public final class WholeFiles {
    private WholeFiles() {}

    /** Writes a new file, and takes it away again on failure. @throws java.nio.file.FileAlreadyExistsException if it is there */
    public static void create(Path target, Content content) throws IOException {
        write(target, content, StandardOpenOption.CREATE_NEW);
    }

    /** Writes beside the target, then puts the result in its place. */
    public static void replace(Path target, Content content) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        write(part, content, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        try {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }

    private static void write(Path file, Content content, OpenOption... how) throws IOException {
        try (FileChannel channel = open(file, how)) {
            boolean whole = false;
            try {
                content.writeTo(channel);
                whole = true;
            } finally {
                if (!whole) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static FileChannel open(Path file, OpenOption... how) throws IOException {
        OpenOption[] all = new OpenOption[how.length + 2];
        all[0] = StandardOpenOption.READ;
        all[1] = StandardOpenOption.WRITE;
        System.arraycopy(how, 0, all, 2, how.length);
        return FileChannel.open(file, all);
    }

    /** What to write; the channel may be read and written at any position. */
    @FunctionalInterface
    public interface Content {
        void writeTo(FileChannel channel) throws IOException;
    }
}
