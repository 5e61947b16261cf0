package io.oemingest.core.format.cabinet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.CabinetCompression.Method;
import io.oemingest.core.io.ByteSource;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the writer refuses, and what it leaves behind. */
class CabinetWriterTest {
    @TempDir
    Path folder;

    @Test
    void refusesNamesThatAReaderWouldRefuse() {
        CabinetWriter writer = CabinetWriter.create(CabinetCompression.STORED).add("A.txt", bytes(1));
        assertThatThrownBy(() -> writer.add("a.TXT", bytes(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The member name 'a.TXT' is there already (case does not count)");
        assertThatThrownBy(() -> writer.add("../a", bytes(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The member name '../a' has an empty, '.' or '..' part");
        String name = "ü".repeat(128);
        assertThatThrownBy(() -> writer.add(name, bytes(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The member name '" + name + "' has more than 255 bytes");
    }

    @Test
    void refusesDatesThatACabinetCannotHold() {
        CabinetMember like = new CabinetMember("a", 1, 0, 0, LocalDateTime.of(1979, 12, 31, 0, 0), 0);
        assertThatThrownBy(() -> CabinetWriter.create(CabinetCompression.STORED).add(like, bytes(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A cabinet cannot hold the date 1979-12-31T00:00");
    }

    @Test
    void refusesWindowsThatDoNotFitTheMethod() {
        assertThatThrownBy(() -> CabinetCompression.lzx(22))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("LZX has no window of 2^22 bytes");
        assertThatThrownBy(() -> new CabinetCompression(Method.STORED, 15))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("STORED has no window of 2^15 bytes");
    }

    @Test
    void refusesACabinetOfNothing() {
        Path file = folder.resolve("none.cab");
        assertThatThrownBy(() -> CabinetWriter.create(CabinetCompression.STORED).writeTo(file))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage(file + " cannot be written: a cabinet has at least one file");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesMoreFilesThanACabinetHolds() {
        Path file = folder.resolve("many.cab");
        CabinetWriter writer = CabinetWriter.create(CabinetCompression.STORED);
        for (int i = 0; i < 65_536; i++) {
            writer.add("f" + i, bytes(0));
        }
        assertThatThrownBy(() -> writer.writeTo(file))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage(file + " cannot be written: 65536 files are more than the 65535 of a cabinet");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesMoreDataThanAFolderHolds() {
        Path file = folder.resolve("large.cab");
        CabinetWriter writer = CabinetWriter.create(CabinetCompression.STORED)
                .add("half", endless(1L << 30))
                .add("more", endless((1L << 30) - 32767));
        assertThatThrownBy(() -> writer.writeTo(file))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage(file + " cannot be written: 2147450881 bytes are more than the 2147450880 of a cabinet"
                        + " folder");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void writesAsManyFilesAsACabinetHolds() throws IOException {
        Path file = folder.resolve("many.cab");
        CabinetWriter writer = CabinetWriter.create(CabinetCompression.MSZIP);
        for (int i = 0; i < 65_535; i++) {
            writer.add("f" + i, bytes(i % 3));
        }
        writer.writeTo(file);
        try (ByteSource source = ByteSource.open(file)) {
            Cabinet cabinet = Cabinet.read(source, FormatLimits.defaults());
            assertThat(cabinet.members()).hasSize(65_535);
            assertThat(cabinet.readAll(cabinet.find("F65534"), 10)).isEqualTo(new byte[65_534 % 3]);
        }
    }

    @Test
    void leavesNothingBehindWhenAContentCannotBeRead() throws IOException {
        Path file = Files.write(folder.resolve("present.cab"), new byte[] {1});
        CabinetWriter writer = CabinetWriter.create(CabinetCompression.STORED).add("a", shorterThanItSays());
        assertThatThrownBy(() -> writer.writeTo(file)).isInstanceOf(EOFException.class);
        assertThat(file).hasBinaryContent(new byte[] {1});
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    private static ByteSource bytes(int size) {
        return ByteSource.of("bytes", new byte[size]);
    }

    private static ByteSource endless(long size) {
        return new Pattern(size, size);
    }

    private static ByteSource shorterThanItSays() {
        return new Pattern(100_000, 50_000);
    }

    /** Zeros that end earlier than they say. */
    private record Pattern(long size, long end) implements ByteSource {
        @Override
        public String name() {
            return "pattern";
        }

        @Override
        public int read(long offset, byte[] target, int start, int length) {
            return offset >= end ? -1 : (int) Math.min(length, end - offset);
        }
    }
}
