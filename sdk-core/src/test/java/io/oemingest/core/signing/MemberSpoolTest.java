package io.oemingest.core.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.io.ByteSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemberSpoolTest {
    @TempDir
    private Path folder;

    @Test
    void keepsWhatFitsInMemoryAndTheRestInOneFile() throws IOException {
        try (MemberSpool spool = new MemberSpool(10, folder)) {
            ByteSource first = keep(spool, "first");
            ByteSource second = keep(spool, "second, too long");
            ByteSource third = keep(spool, "third");
            ByteSource fourth = keep(spool, "fourth");
            assertThat(Stream.of(first, second, third, fourth).map(MemberSpoolTest::text))
                    .containsExactly("first", "second, too long", "third", "fourth");
            assertThat(first.name()).isEqualTo("a file of 5");
            assertThat(second.name()).isEqualTo("a file of 16");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void readsFromAnyOffsetWhileOthersAreAdded() throws IOException {
        try (MemberSpool spool = new MemberSpool(0, folder)) {
            ByteSource first = keep(spool, "abcdef");
            byte[] read = new byte[3];
            first.readFully(2, read, 0, 3);
            assertThat(new String(read, UTF_8)).isEqualTo("cde");
            ByteSource second = keep(spool, "ghi");
            assertThat(first.read(6, read, 0, 3)).isEqualTo(-1);
            second.readFully(0, read, 0, 3);
            assertThat(new String(read, UTF_8)).isEqualTo("ghi");
        }
    }

    @Test
    void makesNoFileForWhatFits() throws IOException {
        try (MemberSpool spool = new MemberSpool(5, folder)) {
            keep(spool, "fifth");
            keep(spool, "");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void fileOfTheSystemsOwnFolderIsGoneToo() throws IOException {
        Path system = Path.of(System.getProperty("java.io.tmpdir"));
        long before = spools(system);
        try (MemberSpool spool = new MemberSpool(0, null)) {
            assertThat(text(keep(spool, "text"))).isEqualTo("text");
        }
        assertThat(spools(system)).isEqualTo(before);
    }

    private static long spools(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("oemingest-members"))
                    .count();
        }
    }

    private static ByteSource keep(MemberSpool spool, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        return spool.keep("a file of " + bytes.length, new ByteArrayInputStream(bytes), bytes.length);
    }

    private static String text(ByteSource source) {
        try {
            return new String(source.readAll(100), UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
