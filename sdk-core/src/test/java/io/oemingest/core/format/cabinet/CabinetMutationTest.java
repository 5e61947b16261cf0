package io.oemingest.core.format.cabinet;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged cabinets are read or refused; nothing else may happen, and not for long. */
class CabinetMutationTest {
    /** Keeps what a mutant may cost small. */
    private static final FormatLimits LIMITS = FormatLimits.defaults().withMaxExpanded(1 << 20);

    private static final int[] CHANGES = {1, -1, 2, 4, 8, 16, 32, 64, 128, 100};

    static Stream<byte[]> cabinets() {
        byte[] text = "a line of text, a line of text, another line of text".getBytes();
        return Stream.of(
                TestCabinet.small().build(),
                TestCabinet.small().withoutChecksums().build(),
                lzx(LzxTestEncoder.Kind.VERBATIM, text),
                lzx(LzxTestEncoder.Kind.ALIGNED, text),
                lzx(LzxTestEncoder.Kind.UNCOMPRESSED, text),
                mszip(text));
    }

    @ParameterizedTest
    @MethodSource("cabinets")
    void survivesAChangeOfAnyByte(byte[] cabinet) throws IOException {
        int[] outcomes = new int[2];
        for (int at = 0; at < cabinet.length; at++) {
            for (int change : CHANGES) {
                byte[] mutant = cabinet.clone();
                mutant[at] += (byte) change;
                outcomes[readOrRefuse(mutant) ? 0 : 1]++;
            }
        }
        assertThat(outcomes[0]).isPositive();
        assertThat(outcomes[1]).isGreaterThan(cabinet.length);
    }

    @ParameterizedTest
    @MethodSource("cabinets")
    void refusesEveryTruncation(byte[] cabinet) throws IOException {
        for (int length = 0; length < cabinet.length; length++) {
            assertThat(readOrRefuse(Arrays.copyOf(cabinet, length))).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("cabinets")
    void survivesManyChangesAtOnce(byte[] cabinet) throws IOException {
        for (long seed : IntStream.range(0, 1_000).toArray()) {
            Random random = new Random(seed);
            byte[] mutant = cabinet.clone();
            for (int i = 0; i < 2 + random.nextInt(6); i++) {
                mutant[4 + random.nextInt(cabinet.length - 4)] = (byte) (random.nextInt(4) - 1);
            }
            try {
                readOrRefuse(mutant);
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    /** Reads everything there is to read. */
    private static boolean readOrRefuse(byte[] bytes) throws IOException {
        try {
            Cabinet cabinet = Cabinet.read(ByteSource.of("a.cab", bytes), LIMITS);
            long[] read = new long[1];
            cabinet.forEachMember((member, content) -> read[0] += content.readAllBytes().length);
            long declared =
                    cabinet.members().stream().mapToLong(CabinetMember::size).sum();
            assertThat(read[0]).isEqualTo(declared);
            return true;
        } catch (MalformedFileException e) {
            assertThat(e.location().file()).isEqualTo("a.cab");
            return false;
        }
    }

    /** Without checksums, so that the changes reach the decoder. */
    private static byte[] lzx(LzxTestEncoder.Kind kind, byte[] text) {
        return new TestCabinet()
                .type(0x0F03)
                .member("text", text.length, 0)
                .blocks(LzxTestEncoder.encode(text, 15, kind))
                .withoutChecksums()
                .build();
    }

    private static byte[] mszip(byte[] text) {
        byte[] packed = new byte[DataBlock.MAX_PACKED];
        MsZipEncoder encoder = new MsZipEncoder();
        int first = encoder.encode(text, text.length, packed);
        byte[] one = Arrays.copyOf(packed, first);
        int second = encoder.encode(text, text.length, packed);
        encoder.close();
        return new TestCabinet()
                .type(1)
                .member("text", 2 * text.length, 0)
                .blocks(List.of(
                        new TestCabinet.Block(one, text.length),
                        new TestCabinet.Block(Arrays.copyOf(packed, second), text.length)))
                .withoutChecksums()
                .build();
    }
}
