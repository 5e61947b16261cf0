package io.oemingest.core.format.cabinet;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.LzxTestEncoder.Kind;
import io.oemingest.core.format.cabinet.LzxTestEncoder.Segment;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.testing.Peers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The LZX decoder against data of our own packer, and both against cabextract where it is installed. */
class LzxTest {
    @TempDir
    Path folder;

    static Stream<Arguments> kindsAndSizes() {
        return Stream.of(Kind.values())
                .flatMap(kind -> IntStream.of(1, 2, 9, 10, 11, 32767, 32768, 32769, 70000)
                        .mapToObj(size -> Arguments.of(kind, size)));
    }

    @ParameterizedTest
    @MethodSource("kindsAndSizes")
    void unpacksBlocksOfEveryKindAndSize(Kind kind, int size) throws IOException {
        byte[] data = CabinetRoundTripTest.content(new Random(size), size);
        assertUnpacks(data, 16, LzxTestEncoder.encode(data, 16, kind));
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18, 19, 20, 21})
    void unpacksEveryWindowAcrossItsEnd(int windowBits) throws IOException {
        byte[] unit = CabinetRoundTripTest.content(new Random(windowBits), (1 << windowBits) - 1000);
        byte[] data = Arrays.copyOf(unit, unit.length * 2);
        System.arraycopy(unit, 0, data, unit.length, unit.length);
        List<TestCabinet.Block> blocks = LzxTestEncoder.encode(data, windowBits, Kind.ALIGNED);
        assertUnpacks(data, windowBits, blocks);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void translatesCalls(Kind kind) throws IOException {
        byte[] data = program(new Random(3), 100_000);
        List<Segment> segments = List.of(new Segment(kind, data.length));
        assertUnpacks(data, 17, LzxTestEncoder.encode(data, 17, 90_000, segments));
        assertUnpacks(data, 17, LzxTestEncoder.encode(data, 17, 12_000_000, segments));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void unpacksAnyMixtureOfBlocks(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] data = random.nextBoolean()
                ? program(random, 1 + random.nextInt(150_000))
                : CabinetRoundTripTest.content(random, 1 + random.nextInt(150_000));
        int translation = random.nextInt(3) * 60_000;
        int windowBits = 15 + random.nextInt(7);
        List<TestCabinet.Block> blocks =
                LzxTestEncoder.encode(data, windowBits, translation, segments(random, data.length));
        assertThat(unpacked(cabinet(data.length, windowBits, blocks)))
                .as("seed %d", seed)
                .isEqualTo(data);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithCabextract(long seed) throws IOException {
        Peers.assumeInstalled("cabextract");
        Random random = new Random(seed);
        byte[] data = program(random, 1 + random.nextInt(150_000));
        int windowBits = 15 + random.nextInt(7);
        Path file = folder.resolve("ours.cab");
        List<TestCabinet.Block> blocks = LzxTestEncoder.encode(data, windowBits, 70_000, segments(random, data.length));
        Files.write(file, cabinet(data.length, windowBits, blocks));
        Peers.runOk(folder, "cabextract", "-q", file.toString());
        assertThat(folder.resolve("data.bin")).as("seed %d", seed).hasBinaryContent(data);
    }

    @Test
    void acceptsThePadOfAnOddBlockAtTheStartOfTheNextFrame() throws IOException {
        byte[] data = CabinetRoundTripTest.content(new Random(9), 40_000);
        List<Segment> segments = List.of(
                new Segment(Kind.VERBATIM, 1), new Segment(Kind.UNCOMPRESSED, 32767), new Segment(Kind.ALIGNED, 7232));
        List<TestCabinet.Block> blocks = new ArrayList<>(LzxTestEncoder.encode(data, 15, 0, segments));
        assertUnpacks(data, 15, blocks);
        byte[] first = blocks.get(0).packed();
        byte[] second = blocks.get(1).packed();
        byte[] padded = new byte[second.length + 1];
        System.arraycopy(second, 0, padded, 1, second.length);
        blocks.set(0, new TestCabinet.Block(Arrays.copyOf(first, first.length - 1), 32768));
        blocks.set(1, new TestCabinet.Block(padded, 7232));
        assertUnpacks(data, 15, blocks);
    }

    private static List<Segment> segments(Random random, int length) {
        List<Segment> segments = new ArrayList<>();
        for (int left = length; left > 0; ) {
            int n = Math.min(left, 1 + random.nextInt(random.nextBoolean() ? 500 : 80_000));
            segments.add(new Segment(Kind.values()[random.nextInt(3)], n));
            left -= n;
        }
        return segments;
    }

    /** Noise with many calls, near and far. */
    private static byte[] program(Random random, int size) {
        byte[] data = CabinetRoundTripTest.content(random, size);
        for (int i = 0; i + 5 < size; i += 5 + random.nextInt(40)) {
            data[i] = (byte) 0xE8;
            LittleEndian.putInt(data, i + 1, random.nextInt(240_000) - 120_000);
        }
        return data;
    }

    private static void assertUnpacks(byte[] data, int windowBits, List<TestCabinet.Block> blocks) throws IOException {
        assertThat(unpacked(cabinet(data.length, windowBits, blocks))).isEqualTo(data);
    }

    static byte[] cabinet(int size, int windowBits, List<TestCabinet.Block> blocks) {
        return new TestCabinet()
                .type(windowBits << 8 | 3)
                .member("data.bin", size, 0)
                .blocks(blocks)
                .build();
    }

    static byte[] unpacked(byte[] bytes) throws IOException {
        Cabinet cabinet = Cabinet.read(ByteSource.of("a.cab", bytes), FormatLimits.defaults());
        return cabinet.readAll(cabinet.members().get(0), 1 << 24);
    }
}
