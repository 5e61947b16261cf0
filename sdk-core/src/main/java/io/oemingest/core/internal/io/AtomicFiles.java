package io.oemingest.core.internal.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Files that are there as a whole or not at all. */
public final class AtomicFiles {
    private AtomicFiles() {}

    /** Writes a file of which it gets the path; the file does not exist yet. */
    @FunctionalInterface
    public interface FileMaker {
        void make(Path file) throws IOException;
    }

    /** Has a file made beside {@code target} and moves it there; whatever goes wrong, no half file stays behind. */
    public static void write(Path target, FileMaker maker) throws IOException {
        Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent(), "a file lies in a folder");
        Path temporary = temporary(folder, target);
        try {
            // The name is ours now; the maker may insist on creating the file itself.
            Files.delete(temporary);
            maker.make(temporary);
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Like {@link #write}, but never over another file. @throws FileAlreadyExistsException if the target is there */
    public static void writeNew(Path target, FileMaker maker) throws IOException {
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        write(target, maker);
    }

    /** A new file beside the target; what goes wrong names the target or its folder, which the caller knows. */
    private static Path temporary(Path folder, Path target) throws IOException {
        if (Files.notExists(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        try {
            return Files.createTempFile(folder, "." + target.getFileName(), ".part");
        } catch (AccessDeniedException e) {
            throw because(e, new AccessDeniedException(target.toString(), null, e.getReason()));
        } catch (FileSystemException e) {
            String reason = e.getReason() == null ? "cannot be written" : "cannot be written: " + e.getReason();
            throw because(e, new FileSystemException(target.toString(), null, reason));
        }
    }

    private static FileSystemException because(FileSystemException cause, FileSystemException told) {
        told.initCause(cause);
        return told;
    }

    /** Moves a file or folder within one file system, at once where the system can. */
    public static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
