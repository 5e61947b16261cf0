package io.oemingest.core.internal.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.ProgressListener.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrictZipTest {
    @TempDir
    private Path folder;

    @Test
    void readsBackWhatWasWritten() throws IOException {
        StrictZip zip = ZipBytes.good(folder).read();
        assertThat(zip.entries()).extracting(ZipEntryFacts::name).containsExactly("a.txt", "b.bin");
        assertThat(zip.readAll(zip.entries().get(0), 100)).isEqualTo(ZipBytes.TEXT);
        assertThat(zip.readAll(zip.entries().get(1), 100)).isEqualTo(ZipBytes.DATA);
        ByteSource inPlace = zip.stored(zip.entries().get(1));
        assertThat(inPlace.name()).isEqualTo("b.bin");
        assertThat(inPlace.readAll(100)).isEqualTo(ZipBytes.DATA);
    }

    @Test
    void findsNamesOnlyInTheirSpelling() throws IOException {
        StrictZip zip = ZipBytes.good(folder).read();
        assertThat(zip.find("a.txt")).isEqualTo(zip.entries().get(0));
        assertThat(zip.find("A.txt")).isNull();
        assertThat(zip.find("c.txt")).isNull();
    }

    @Test
    void readsAZipWithoutEntries() throws IOException {
        Path file = folder.resolve("empty.zip");
        try (ZipWriter zip = ZipWriter.create(file)) {
            zip.finish();
        }
        try (ByteSource source = ByteSource.open(file)) {
            assertThat(StrictZip.read(source, FormatLimits.defaults()).entries())
                    .isEmpty();
        }
    }

    @Test
    void storesATextThatDeflateWouldNotShrink() throws IOException {
        byte[] noise = new byte[1000];
        new Random(1).nextBytes(noise);
        assertThat(writtenText(noise).stored()).isTrue();
    }

    @Test
    void storesATextThatWouldLookLikeABomb() throws IOException {
        assertThat(writtenText(new byte[1 << 20]).stored()).isTrue();
    }

    @Test
    void deflatesALongUpdateHistory() throws IOException {
        byte[] text = "<Package><Identity/></Package>\r\n".repeat(1300).getBytes(StandardCharsets.UTF_8);
        assertThat(writtenText(text).stored()).isFalse();
    }

    @Test
    void isReadByTheJdk() throws IOException {
        ZipBytes.good(folder);
        try (ZipFile other = new ZipFile(folder.resolve("good.zip").toFile())) {
            ZipEntry text = other.getEntry("a.txt");
            ZipEntry data = other.getEntry("b.bin");
            try (InputStream content = other.getInputStream(text)) {
                assertThat(content.readAllBytes()).isEqualTo(ZipBytes.TEXT);
            }
            try (InputStream content = other.getInputStream(data)) {
                assertThat(content.readAllBytes()).isEqualTo(ZipBytes.DATA);
            }
            assertThat(data.getMethod()).isEqualTo(ZipEntry.STORED);
            assertThat(other.size()).isEqualTo(2);
        }
    }

    @Test
    void writesTheSameBytesAgain() throws IOException {
        byte[] first = ZipBytes.good(folder).array();
        assertThat(ZipBytes.good(folder).array()).isEqualTo(first);
    }

    @Test
    void neverWritesOverAFile() throws IOException {
        Path file = Files.createFile(folder.resolve("there.zip"));
        assertThatThrownBy(() -> ZipWriter.create(file)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void reportsProgressAndTheDigestOfStoredData() throws IOException {
        List<Progress> heard = new ArrayList<>();
        byte[] data = new byte[100_000];
        Digest digest;
        try (ZipWriter zip = ZipWriter.create(folder.resolve("p.zip"))) {
            digest = zip.addStored("d", ByteSource.of("d", data), heard::add);
            zip.finish();
        }
        assertThat(digest).isEqualTo(Digest.sha256(data));
        assertThat(heard)
                .containsExactly(
                        new Progress("write", "d", 65_536, 100_000), new Progress("write", "d", 100_000, 100_000));
    }

    @Test
    void switchesToZip64BeyondFourGigabytes() throws IOException {
        long size = (1L << 32) + 5;
        Path file = sparse(size);
        try (ByteSource source = ByteSource.open(file)) {
            StrictZip zip = StrictZip.read(source, FormatLimits.defaults());
            assertThat(zip.entries()).extracting(ZipEntryFacts::size).containsExactly(size, 5L);
            assertThat(zip.stored(zip.entries().get(0)).size()).isEqualTo(size);
            assertThat(zip.readAll(zip.entries().get(1), 100)).isEqualTo(ZipBytes.DATA);
        }
        try (ZipFile other = new ZipFile(file.toFile())) {
            assertThat(other.getEntry("big").getSize()).isEqualTo(size);
            try (InputStream content = other.getInputStream(other.getEntry("after"))) {
                assertThat(content.readAllBytes()).isEqualTo(ZipBytes.DATA);
            }
        }
    }

    /** The headers of a big and a small entry; the big one's data is a hole that takes no room on the disk. */
    private Path sparse(long size) throws IOException {
        Path file = folder.resolve("big.zip");
        CRC32 crc = new CRC32();
        crc.update(ZipBytes.DATA);
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ZipWritten big = new ZipWritten("big", true, 0, 0, size, size);
            out.write(big.localHeader());
            out.position(out.position() + size);
            ZipWritten after = new ZipWritten("after", true, (int) crc.getValue(), out.position(), 5, 5);
            out.write(after.localHeader());
            out.write(ByteBuffer.wrap(ZipBytes.DATA));
            long start = out.position();
            out.write(big.centralHeader());
            out.write(after.centralHeader());
            out.write(ZipWritten.end(2, start, out.position()));
        }
        return file;
    }

    @Test
    void switchesToZip64BeyondSixtyFiveThousandEntries() throws IOException {
        ByteArrayOutputStream locals = new ByteArrayOutputStream();
        ByteArrayOutputStream centrals = new ByteArrayOutputStream();
        for (int i = 0; i < 65_536; i++) {
            ZipWritten entry = new ZipWritten("e" + i, true, 0, locals.size(), 0, 0);
            locals.writeBytes(bytes(entry.localHeader()));
            centrals.writeBytes(bytes(entry.centralHeader()));
        }
        int start = locals.size();
        locals.writeBytes(centrals.toByteArray());
        locals.writeBytes(bytes(ZipWritten.end(65_536, start, locals.size())));
        ByteSource source = ByteSource.of("many.zip", locals.toByteArray());
        StrictZip zip = StrictZip.read(source, FormatLimits.defaults().withMaxMembers(70_000));
        assertThat(zip.entries()).hasSize(65_536);
        assertThat(zip.find("e65535")).isNotNull();
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private ZipEntryFacts writtenText(byte[] text) throws IOException {
        Path file = folder.resolve("t.zip");
        try (ZipWriter zip = ZipWriter.create(file)) {
            zip.addText("t", text);
            zip.finish();
        }
        try (ByteSource source = ByteSource.open(file)) {
            StrictZip zip = StrictZip.read(source, FormatLimits.defaults());
            ZipEntryFacts entry = zip.entries().get(0);
            assertThat(zip.readAll(entry, text.length)).isEqualTo(text);
            return entry;
        }
    }
}
