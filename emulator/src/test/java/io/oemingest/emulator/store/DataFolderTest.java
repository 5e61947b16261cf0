package io.oemingest.emulator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DataFolderTest {
    @TempDir
    private Path temporary;

    private Path path;
    private Path upload;

    @BeforeEach
    void place() {
        path = temporary.resolve("data");
        upload = path.resolve("uploads/one");
    }

    @Test
    void refusesAFolderThatAnotherEmulatorOfThisProcessHasAndLeavesItsFiles() throws Exception {
        try (DataFolder first = DataFolder.open(path)) {
            writeUpload();
            assertIsTaken();
            assertThat(upload).exists();
            assertThat(first.path()).isEqualTo(path);
        }
        assertThat(upload).doesNotExist();
    }

    @Test
    void givesTheFolderBackWhenItIsClosed() throws Exception {
        DataFolder.open(path).close();
        DataFolder.open(path).close();
        assertThat(path).isDirectory();
    }

    @Test
    void refusesAFolderThatAnotherProcessHasUntilItEndsHoweverItEnds() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        path.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(other.getInputStream().read()).as("it has the folder").isEqualTo('!');
            writeUpload();
            assertIsTaken();
            assertThat(upload).exists();
            assertIsTaken();
        } finally {
            other.destroyForcibly();
        }
        assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
        DataFolder.open(path).close();
        assertThat(upload).doesNotExist();
    }

    private void writeUpload() throws IOException {
        Files.createDirectories(upload.getParent());
        Files.writeString(upload, "bytes");
    }

    private void assertIsTaken() {
        assertThatThrownBy(() -> DataFolder.open(path))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("Another emulator runs with the folder " + path + "; end it, or name another folder");
    }

    /** Has a folder until it is killed. */
    static final class Holder {
        public static void main(String[] arguments) throws IOException {
            DataFolder folder = DataFolder.open(Path.of(arguments[0]));
            System.out.write('!');
            System.out.flush();
            System.in.read();
            folder.close();
        }
    }
}
