package io.oemingest.emulator.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why an emulator cannot start, in words: the messages of the file system's own exceptions are bare paths. */
final class StartProblem {
    private StartProblem() {}

    static String of(IOException e) {
        if (e instanceof FileSystemException file && file.getReason() == null) {
            return "the folder " + file.getFile() + " cannot be used, " + reason(file) + "; name another one";
        }
        return String.valueOf(e.getMessage());
    }

    private static String reason(FileSystemException e) {
        if (e instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (e instanceof NoSuchFileException) {
            return "it is missing and cannot be made";
        }
        return e instanceof NotDirectoryException || e instanceof FileAlreadyExistsException
                ? "a file of that name is there"
                : "the system refuses it";
    }
}
