package io.oemingest.core.format.cabinet;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the writer writes, the reader reads. */
class CabinetRoundTripTest {
    @TempDir
    Path folder;

    static Stream<Arguments> methodsAndSizes() {
        return Stream.of(CabinetCompression.STORED, CabinetCompression.MSZIP)
                .flatMap(compression ->
                        Stream.of(0, 1, 32767, 32768, 32769, 70000).map(size -> Arguments.of(compression, size)));
    }

    @ParameterizedTest
    @MethodSource("methodsAndSizes")
    void returnsAMemberOfAnySizeBetweenTwoOthers(CabinetCompression compression, int size) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("first.txt", "first".getBytes());
        files.put("sub\\middle.bin", content(new Random(size), size));
        files.put("last.txt", "last".getBytes());

        assertThat(written(compression, files)).containsExactlyEntriesOf(files);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void returnsRandomFilesWhateverTheyHold(long seed) throws IOException {
        Random random = new Random(seed);
        Map<String, byte[]> files = new LinkedHashMap<>();
        int count = 1 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            files.put("file-" + i + ".bin", content(random, random.nextInt(90_000)));
        }
        CabinetCompression compression = random.nextBoolean() ? CabinetCompression.MSZIP : CabinetCompression.STORED;

        assertThat(written(compression, files)).as("seed %d", seed).containsExactlyEntriesOf(files);
    }

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(25);
    }

    @Test
    void readsOneMemberOfASolidFolderWithoutTheOthers() throws IOException {
        byte[] wanted = content(new Random(7), 50_000);
        Path file = folder.resolve("solid.cab");
        CabinetWriter.create(CabinetCompression.MSZIP)
                .add("before.bin", ByteSource.of("before.bin", content(new Random(8), 100_000)))
                .add("wanted.bin", ByteSource.of("wanted.bin", wanted))
                .writeTo(file);
        try (ByteSource source = ByteSource.open(file)) {
            Cabinet cabinet = Cabinet.read(source, FormatLimits.defaults());
            assertThat(cabinet.readAll(cabinet.find("WANTED.BIN"), 50_000)).isEqualTo(wanted);
        }
    }

    @Test
    void givesAVisitorThatReadsNothingEveryMemberAllTheSame() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a", content(new Random(1), 40_000));
        files.put("b", content(new Random(2), 0));
        files.put("c", content(new Random(3), 40_000));
        try (ByteSource source = ByteSource.open(write(CabinetCompression.MSZIP, files))) {
            Cabinet cabinet = Cabinet.read(source, FormatLimits.defaults());
            StringBuilder visited = new StringBuilder();
            cabinet.forEachMember((member, content) -> {
                visited.append(member.name());
                if (member.name().equals("c")) {
                    assertThat(content.readAllBytes()).isEqualTo(files.get("c"));
                }
            });
            assertThat(visited).hasToString("abc");
        }
    }

    @Test
    void readsFoldersThatArePackedEachInItsWay() throws IOException {
        byte[] text = "some text, some text".getBytes(US_ASCII);
        byte[] lzx = LzxTestEncoder.encode(text, 15, LzxTestEncoder.Kind.VERBATIM)
                .get(0)
                .packed();
        byte[] one = new TestCabinet()
                .member("stored.txt", text.length, 0)
                .member("packed.txt", text.length, 0)
                .block(text, text.length)
                .block(lzx, text.length)
                .build();
        // A second entry of the folder table takes over the second block and the second file.
        ByteBuffer two = ByteBuffer.allocate(one.length + 8).order(ByteOrder.LITTLE_ENDIAN);
        two.put(one, 0, 44).position(52).put(one, 44, one.length - 44);
        int data = two.getInt(36) + 8;
        two.putInt(8, two.limit()).putInt(16, 52).putShort(26, (short) 2);
        two.putInt(36, data).putShort(40, (short) 1);
        two.putInt(44, data + 8 + text.length).putShort(48, (short) 1).putShort(50, (short) 0x0F03);
        two.putShort(52 + 27 + 8, (short) 1);

        Cabinet cabinet = Cabinet.read(ByteSource.of("two.cab", two.array()), FormatLimits.defaults());
        Map<String, String> read = new LinkedHashMap<>();
        cabinet.forEachMember((member, content) -> read.put(
                cabinet.compression(member) + " " + member.name(), new String(content.readAllBytes(), US_ASCII)));
        assertThat(read)
                .containsExactly(
                        entry(CabinetCompression.STORED + " stored.txt", "some text, some text"),
                        entry(CabinetCompression.lzx(15) + " packed.txt", "some text, some text"));
        assertThat(cabinet.readAll(cabinet.find("packed.txt"), 99)).isEqualTo(text);
    }

    @Test
    void closesTheContentOfAMemberBehindItsVisit() throws IOException {
        Cabinet cabinet =
                Cabinet.read(ByteSource.of("a.cab", TestCabinet.small().build()), FormatLimits.defaults());
        List<InputStream> kept = new ArrayList<>();
        cabinet.forEachMember((member, content) -> kept.add(content));
        assertThatThrownBy(() -> kept.get(0).read())
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("The content of 'a.txt' is closed");
    }

    @Test
    void tellsHowFarTheReadingHasCome() throws IOException {
        Path file = write(CabinetCompression.MSZIP, Map.of("a.bin", new byte[40_000]));
        List<Progress> heard = new ArrayList<>();
        try (ByteSource source = ByteSource.open(file)) {
            Cabinet.read(source, FormatLimits.defaults()).verifyContent(heard::add);
        }
        assertThat(heard)
                .containsExactly(
                        new Progress("read", "round-trip.cab", 32_768, 40_000),
                        new Progress("read", "round-trip.cab", 40_000, 40_000));
    }

    @Test
    void keepsNameDateAndAttributesOfAMember() throws IOException {
        LocalDateTime date = LocalDateTime.of(2014, 4, 7, 15, 40, 2);
        CabinetMember like = new CabinetMember("Files\\Größe.txt", 4, 3, 99, date, 0x21);
        Path file = folder.resolve("kept.cab");
        CabinetWriter.create(CabinetCompression.STORED)
                .add(like, ByteSource.of("x", new byte[4]))
                .writeTo(file);
        try (ByteSource source = ByteSource.open(file)) {
            Cabinet cabinet = Cabinet.read(source, FormatLimits.defaults());
            assertThat(cabinet.members()).containsExactly(new CabinetMember("Files\\Größe.txt", 4, 0, 0, date, 0x21));
            assertThat(cabinet.find("files/GRÖSSE.txt")).isNull();
            assertThat(cabinet.find("files/größe.TXT"))
                    .isEqualTo(cabinet.members().get(0));
        }
    }

    @Test
    void writesTheSameBytesForTheSameFiles() throws IOException {
        Map<String, byte[]> files = Map.of("a.bin", content(new Random(5), 80_000));
        byte[] first = Files.readAllBytes(write(CabinetCompression.MSZIP, files));
        byte[] second = Files.readAllBytes(write(CabinetCompression.MSZIP, files));
        assertThat(second).isEqualTo(first);
    }

    @Test
    void packsWhatCanBePackedAndLetsNothingGrowMuch() throws IOException {
        byte[] noise = new byte[65_536];
        new Random(11).nextBytes(noise);
        assertThat(Files.size(write(CabinetCompression.MSZIP, Map.of("zeros", new byte[65_536]))))
                .isLessThan(500);
        assertThat(Files.size(write(CabinetCompression.MSZIP, Map.of("noise", noise))))
                .isEqualTo(44 + 22 + 2 * (8 + 7 + 32_768));
    }

    private Map<String, byte[]> written(CabinetCompression compression, Map<String, byte[]> files) throws IOException {
        try (ByteSource source = ByteSource.open(write(compression, files))) {
            Cabinet cabinet = Cabinet.read(source, FormatLimits.defaults());
            Map<String, byte[]> read = new LinkedHashMap<>();
            for (CabinetMember member : cabinet.members()) {
                assertThat(cabinet.compression(member)).isEqualTo(compression);
                try (InputStream content = cabinet.open(member)) {
                    read.put(member.name(), content.readAllBytes());
                }
            }
            return read;
        }
    }

    private Path write(CabinetCompression compression, Map<String, byte[]> files) throws IOException {
        Path file = folder.resolve("round-trip.cab");
        CabinetWriter writer = CabinetWriter.create(compression);
        files.forEach((name, bytes) -> writer.add(name, ByteSource.of(name, bytes)));
        writer.writeTo(file);
        return file;
    }

    /** Text-like and noisy stretches in turn. */
    static byte[] content(Random random, int size) {
        byte[] bytes = new byte[size];
        int at = 0;
        while (at < size) {
            int n = Math.min(size - at, 1 + random.nextInt(5_000));
            int kinds = random.nextBoolean() ? 256 : 4;
            for (int i = 0; i < n; i++) {
                bytes[at++] = (byte) random.nextInt(kinds);
            }
        }
        return bytes;
    }
}
