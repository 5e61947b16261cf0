package io.oemingest.core.format.cabinet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.cabinet.LzxTestEncoder.Kind;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** LZX data that is wrong, made bit by bit: each stream is one frame of 100 bytes. */
class LzxRefusalTest {
    private static final int SIZE = 100;
    private static final int VERBATIM = 1;
    private static final int ALIGNED = 2;
    private static final int UNCOMPRESSED = 3;

    @Test
    void refusesBlocksThatDoNotExist() {
        assertRefused("has an LZX block of the unknown kind 0", bits -> startBlock(bits, 0, SIZE));
        assertRefused("has an LZX block of the unknown kind 5", bits -> startBlock(bits, 5, SIZE));
        assertRefused("has an LZX block of no bytes", bits -> startBlock(bits, VERBATIM, 0));
    }

    @Test
    void refusesTablesThatAreNotComplete() {
        assertRefused("has an LZX pretree table whose codes do not add up", bits -> {
            startBlock(bits, VERBATIM, SIZE);
            bits.put(0x1110, 16);
        });
        assertRefused("has an LZX aligned offset table whose codes do not add up", bits -> {
            startBlock(bits, ALIGNED, SIZE);
            bits.put(1, 3);
        });
        assertRefused("has an LZX main table whose codes do not add up", bits -> {
            startBlock(bits, VERBATIM, SIZE);
            oneCode(bits, 256);
            noCode(bits, 240);
        });
        assertRefused("has an LZX length table whose codes do not add up", bits -> {
            startBlock(bits, VERBATIM, SIZE);
            oneCode(bits, 256);
            oneCode(bits, 240);
            oneCode(bits, 249);
        });
    }

    @Test
    void refusesRunsOfCodeLengthsBeyondTheTable() {
        assertRefused("has a run of LZX code lengths beyond its table", bits -> {
            startBlock(bits, VERBATIM, SIZE);
            pretree(bits);
            for (int i = 0; i < 6; i++) {
                bits.put(0b11_11111, 7);
            }
        });
    }

    @Test
    void refusesACodeLengthThatIsNoDifference() {
        assertRefused("has an LZX code length that is no difference", bits -> {
            startBlock(bits, VERBATIM, SIZE);
            // Two pretree codes of one bit: 18 is 0, and 19, which a difference must follow, is 1.
            for (int symbol = 0; symbol < 20; symbol++) {
                bits.put(symbol >= 18 ? 1 : 0, 4);
            }
            bits.put(0b100, 3);
        });
    }

    @Test
    void refusesToUseAnEmptyTable() {
        assertRefused("uses an LZX main table that is empty", bits -> {
            startBlock(bits, VERBATIM, SIZE);
            noCode(bits, 256);
            noCode(bits, 240);
            noCode(bits, 249);
        });
    }

    @Test
    void refusesMatchesFromBeforeTheStart() {
        assertRefused("repeats LZX data from before the start", bits -> {
            startBlock(bits, VERBATIM, SIZE);
            literalOrMatch(bits);
            bits.put(1, 1);
        });
    }

    @Test
    void refusesOffsetsThatLeadNowhere() {
        for (int offset : new int[] {0, -1, 3, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertRefused("repeats LZX data from before the start", bits -> {
                startBlock(bits, UNCOMPRESSED, 2);
                bits.alignToBytes();
                bits.putInt(offset);
                bits.putInt(1);
                bits.putInt(1);
                bits.putByte(7);
                bits.putByte(7);
                bits.put(VERBATIM, 3);
                bits.put(SIZE, 24);
                literalOrMatch(bits);
                bits.put(1, 1);
            });
        }
    }

    @Test
    void refusesMatchesThatGoBeyondTheirBlockOrFrame() {
        for (int blockSize : new int[] {50, SIZE, 200}) {
            assertRefused("has an LZX match that goes beyond its block or frame", bits -> {
                startBlock(bits, VERBATIM, blockSize);
                literalOrMatch(bits);
                bits.put(0, Math.min(blockSize, SIZE) - 1);
                bits.put(1, 1);
            });
        }
    }

    @Test
    void refusesBytesBehindTheDataOfAFrame() {
        assertRefused("has 40 bytes behind its LZX data", bits -> {
            startBlock(bits, UNCOMPRESSED, SIZE);
            bits.alignToBytes();
            for (int i = 0; i < 12 + SIZE; i++) {
                bits.putByte(0);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void refusesEveryTruncation(Kind kind) {
        byte[] data = CabinetRoundTripTest.content(new Random(4), 1_000);
        byte[] packed = LzxTestEncoder.encode(data, 15, kind).get(0).packed();
        for (int length = 1; length < packed.length; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThatThrownBy(() ->
                            LzxTest.unpacked(LzxTest.cabinet(1_000, 15, List.of(new TestCabinet.Block(cut, 1_000)))))
                    .isExactlyInstanceOf(MalformedFileException.class)
                    .hasMessageStartingWith("a.cab (folder 0, data block 0) at offset 69: ");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void readsOrRefusesEveryChangedByte(Kind kind) throws IOException {
        byte[] data = CabinetRoundTripTest.content(new Random(5), 1_500);
        byte[] packed = LzxTestEncoder.encode(data, 15, kind).get(0).packed();
        Random random = new Random(6);
        int refused = 0;
        for (int i = 0; i < packed.length * 4; i++) {
            byte[] mutant = packed.clone();
            mutant[i / 4] ^= (byte) (1 + random.nextInt(255));
            try {
                LzxTest.unpacked(LzxTest.cabinet(1_500, 15, List.of(new TestCabinet.Block(mutant, 1_500))));
            } catch (MalformedFileException e) {
                refused++;
                assertThat(e.location().part()).isEqualTo("folder 0, data block 0");
            }
        }
        assertThat(refused).isPositive();
    }

    private static void startBlock(LzxTestBits bits, int kind, int size) {
        bits.put(0, 1);
        bits.put(kind, 3);
        bits.put(size, 24);
    }

    /** Codes: 0 gives a length of one bit, 10 a run of 4 and more zeros, 11 a run of 20 and more. */
    private static void pretree(LzxTestBits bits) {
        for (int symbol = 0; symbol < 20; symbol++) {
            bits.put(symbol == 16 ? 1 : symbol == 17 || symbol == 18 ? 2 : 0, 4);
        }
    }

    private static void noCode(LzxTestBits bits, int symbols) {
        pretree(bits);
        zeros(bits, symbols);
    }

    /** A code of one bit for the first symbol of the table. */
    private static void oneCode(LzxTestBits bits, int symbols) {
        pretree(bits);
        bits.put(0, 1);
        zeros(bits, symbols - 1);
    }

    private static void zeros(LzxTestBits bits, int count) {
        int left = count;
        while (left > 0) {
            int run = left > 71 ? 51 : left > 51 ? 30 : left;
            bits.put(0b11, 2);
            bits.put(run - 20, 5);
            left -= run;
        }
    }

    /** Tables with two codes: 0 is the literal 0, 1 repeats two bytes at the last offset. */
    private static void literalOrMatch(LzxTestBits bits) {
        oneCode(bits, 256);
        oneCode(bits, 240);
        noCode(bits, 249);
    }

    private static void assertRefused(String problem, Consumer<LzxTestBits> stream) {
        LzxTestBits bits = new LzxTestBits();
        stream.accept(bits);
        for (int i = 0; i < 40; i++) {
            bits.put(0, 8);
        }
        bits.endFrame(SIZE);
        assertThatThrownBy(() -> LzxTest.unpacked(LzxTest.cabinet(SIZE, 15, bits.frames())))
                .isExactlyInstanceOf(MalformedFileException.class)
                .hasMessage("a.cab (folder 0, data block 0) at offset 69: " + problem);
    }
}
