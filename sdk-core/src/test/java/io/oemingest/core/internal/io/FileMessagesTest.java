package io.oemingest.core.internal.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMessagesTest {
    @TempDir
    Path folder;

    @Test
    void aFolderIsNoSource() {
        assertThatThrownBy(() -> ByteSource.open(folder))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(folder + ": is a folder, not a file");
    }

    @Test
    void aMissingFolderIsNamedAndNotTheTemporaryFileInIt() {
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> write(missing.resolve("a.zip")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(missing.toString());
    }

    @Test
    void aFileInPlaceOfTheFolderIsToldByTheNameOfTheTarget() throws IOException {
        Path target = Files.createFile(folder.resolve("file")).resolve("a.zip");

        assertThatThrownBy(() -> write(target))
                .isInstanceOf(FileSystemException.class)
                .hasMessageStartingWith(target + ": cannot be written");
        assertThat(folder.toFile().list()).containsExactly("file");
    }

    @Test
    void aMakerThatFailsLeavesNothing() {
        assertThatThrownBy(() -> AtomicFiles.write(folder.resolve("a.zip"), file -> {
                    Files.writeString(file, "half");
                    throw new IOException("no more");
                }))
                .hasMessage("no more");
        assertThat(folder).isEmptyDirectory();
    }

    private static void write(Path target) throws IOException {
        AtomicFiles.write(target, file -> Files.writeString(file, "whole"));
    }
}
