package io.oemingest.core.format.cabinet;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.testing.Peers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the LZX encoder packs: our decoder and cabextract unpack it, and it is as small as it should be. */
class LzxEncoderTest {
    @TempDir
    Path folder;

    static IntStream windows() {
        return IntStream.rangeClosed(15, 21);
    }

    static Stream<Arguments> windowsAndKinds() {
        return windows().boxed().flatMap(bits -> Stream.of(LzxTestData.values()).map(kind -> Arguments.of(bits, kind)));
    }

    @ParameterizedTest
    @MethodSource("windowsAndKinds")
    void packsEveryKindOfDataOfEverySizeForEveryWindow(int windowBits, LzxTestData kind) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int size : new int[] {0, 1, 2, 3, 32767, 32768, 32769, 120_001}) {
            byte[] data = kind.make(new Random(size), size);
            files.put("f" + size, data);
            assertUnpacks(windowBits, Map.of("alone", data), "size " + size);
        }
        assertUnpacks(windowBits, files, "all in one folder");
    }

    @ParameterizedTest
    @MethodSource("windows")
    void repeatsFromTheFarEndOfTheWindowAndNotFromBeyond(int windowBits) throws IOException {
        int window = 1 << windowBits;
        long[] packed = new long[2];
        int[] distances = {window - 3, window - 2};
        for (int i = 0; i < 2; i++) {
            byte[] data = LzxTestData.RANDOM.make(new Random(windowBits), distances[i] + 20_000);
            System.arraycopy(data, 0, data, distances[i], 20_000);
            packed[i] = assertUnpacks(windowBits, Map.of("far", data), "distance " + distances[i]);
        }
        assertThat(packed[1] - packed[0]).isGreaterThan(19_000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void unpacksToWhateverWasPacked(long seed) throws IOException {
        Random random = new Random(seed);
        Map<String, byte[]> files = new LinkedHashMap<>();
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            LzxTestData kind = LzxTestData.values()[random.nextInt(LzxTestData.values().length)];
            files.put("file-" + i, kind.make(random, random.nextInt(120_000)));
        }
        assertUnpacks(15 + random.nextInt(7), files, "seed " + seed);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 21})
    void unpacksSeveralMebibytesOfAllKinds(int windowBits) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (LzxTestData kind : LzxTestData.values()) {
            files.put(kind.name(), kind.make(new Random(windowBits), 800_000));
        }
        assertUnpacks(windowBits, files, "several MiB");
    }

    @Test
    void packsTheSameBytesEveryTime() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (LzxTestData kind : LzxTestData.values()) {
            files.put(kind.name(), kind.make(new Random(9), 200_000));
        }
        Path once = write(CabinetCompression.lzx(17), files, "once.cab");
        Path again = write(CabinetCompression.lzx(17), files, "again.cab");
        assertThat(once).hasSameBinaryContentAs(again);
    }

    @Test
    void choosesTheKindOfBlockThatIsSmallest() {
        assertThat(firstKind(LzxTestData.RANDOM.make(new Random(1), 32768))).isEqualTo(LzxDecoder.UNCOMPRESSED);
        assertThat(firstKind(LzxTestData.ZEROS.make(new Random(1), 32768))).isEqualTo(LzxDecoder.VERBATIM);
        assertThat(firstKind(LzxTestData.RECORDS.make(new Random(1), 32768))).isEqualTo(LzxDecoder.ALIGNED);
    }

    @Test
    void growsDataThatCannotBePackedByNoMoreThanABlockHead() throws IOException {
        byte[] data = LzxTestData.RANDOM.make(new Random(5), 10 * 32768);
        int head = 44 + 16 + "noise".length() + 1;
        int translation = 4;
        assertThat(assertUnpacks(16, Map.of("noise", data), "noise"))
                .isEqualTo(head + translation + 10 * (DataBlock.LENGTH + 4 + 12 + 32768));
    }

    @Test
    void usesWhatOnlyALargeWindowReaches() throws IOException {
        byte[] unit = LzxTestData.TEXT.make(new Random(6), 400_000);
        byte[] data = Arrays.copyOf(unit, 2 * unit.length);
        System.arraycopy(unit, 0, data, unit.length, unit.length);
        Map<String, byte[]> twice = Map.of("twice", data);
        long mszip = Files.size(write(CabinetCompression.MSZIP, twice, "mszip.cab"));
        assertThat(assertUnpacks(15, twice, "small window")).isLessThan(mszip * 103 / 100);
        assertThat(assertUnpacks(19, twice, "large window")).isLessThan(mszip * 60 / 100);
    }

    @ParameterizedTest
    @MethodSource("windows")
    void cabextractAndGcabUnpackTheSame(int windowBits) throws IOException {
        Peers.assumeInstalled("cabextract", "gcab");
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (LzxTestData kind : LzxTestData.values()) {
            files.put(kind.name(), kind.make(new Random(windowBits), 250_000 + windowBits));
        }
        files.put("one", new byte[] {1});
        write(CabinetCompression.lzx(windowBits), files, "ours.cab");
        assertThat(Peers.runOk(folder, "cabextract", "-t", "ours.cab"))
                .contains("All done, no errors.")
                .doesNotContain("WARNING");
        for (String command : List.of("cabextract -q -d out ours.cab", "gcab -x -C out ours.cab")) {
            Files.createDirectories(folder.resolve("out"));
            Peers.runOk(folder, "sh", "-c", command);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path theirs = folder.resolve("out").resolve(file.getKey());
                assertThat(theirs).hasBinaryContent(file.getValue());
                Files.delete(theirs);
            }
        }
    }

    /** Writes and reads the files; returns the size of the cabinet. */
    private long assertUnpacks(int windowBits, Map<String, byte[]> files, String what) throws IOException {
        Path file = write(CabinetCompression.lzx(windowBits), files, "packed.cab");
        try (ByteSource source = ByteSource.open(file)) {
            Cabinet cabinet = Cabinet.read(source, FormatLimits.defaults());
            List<String> names = new ArrayList<>();
            cabinet.forEachMember((member, content) -> {
                names.add(member.name());
                assertThat(Arrays.equals(content.readAllBytes(), files.get(member.name())))
                        .as("%s, %s, window 2^%d", what, member.name(), windowBits)
                        .isTrue();
            });
            assertThat(names).containsExactlyElementsOf(files.keySet());
            assertThat(cabinet.members())
                    .allSatisfy(member ->
                            assertThat(cabinet.compression(member)).isEqualTo(CabinetCompression.lzx(windowBits)));
        }
        return Files.size(file);
    }

    private Path write(CabinetCompression compression, Map<String, byte[]> files, String name) throws IOException {
        CabinetWriter writer = CabinetWriter.create(compression);
        files.forEach((member, bytes) -> writer.add(member, ByteSource.of(member, bytes)));
        Path file = folder.resolve(name);
        writer.writeTo(file);
        return file;
    }

    private static int firstKind(byte[] frame) {
        byte[] packed = new byte[DataBlock.MAX_PACKED];
        new LzxEncoder(15, frame.length).encode(frame, frame.length, packed);
        // Behind the bit and the two words that tell of translation.
        return (packed[5] >> 4) & 7;
    }
}
