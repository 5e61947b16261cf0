package io.oemingest.core.format.cabinet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Code lengths: nothing left over, none too long, none longer than it must be. */
class HuffmanCodeTest {
    @Test
    void givesNoCodesToNothing() {
        assertThat(HuffmanLengths.of(new int[20], 15)).isEqualTo(new byte[20]);
    }

    @Test
    void fillsUpTheCodeOfASingleSymbol() {
        assertThat(HuffmanLengths.of(new int[] {0, 0, 9}, 16)).containsExactly(1, 0, 1);
        assertThat(HuffmanLengths.of(new int[] {9, 0, 0}, 16)).containsExactly(1, 1, 0);
    }

    @Test
    void keepsTheLimitWhereTheTreeWouldBeDeeper() {
        int[] fibonacci = new int[22];
        fibonacci[0] = 1;
        fibonacci[1] = 1;
        for (int i = 2; i < fibonacci.length; i++) {
            fibonacci[i] = fibonacci[i - 1] + fibonacci[i - 2];
        }
        byte[] lengths = HuffmanLengths.of(fibonacci, 16);
        assertComplete(lengths, 16);
        assertThat(lengths[21]).isEqualTo((byte) 1);
        assertThat(lengths[0]).isEqualTo((byte) 16);
        assertComplete(HuffmanLengths.of(new int[] {1, 2, 4, 8, 16, 32, 64, 128}, 7), 7);
        assertComplete(HuffmanLengths.of(new int[] {1, 2, 4, 8, 16, 32, 64, 128}, 3), 3);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isAsShortAsAnyCodeCanBe(long seed) {
        Random random = new Random(seed);
        int[] counts = new int[2 + random.nextInt(700)];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(100);
        }
        counts[0] = 1;
        counts[1] = 1;
        byte[] lengths = HuffmanLengths.of(counts, 16);
        assertComplete(lengths, 16);
        assertThat(new HuffmanCode(counts, 16).bits(counts)).as("seed %d", seed).isEqualTo(least(counts));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 30);
    }

    /** The sum of all inner weights of a Huffman tree is the length of the data. */
    private static int least(int[] counts) {
        PriorityQueue<Integer> weights = new PriorityQueue<>();
        for (int count : counts) {
            if (count > 0) {
                weights.add(count);
            }
        }
        int sum = 0;
        while (weights.size() > 1) {
            int both = weights.remove() + weights.remove();
            sum += both;
            weights.add(both);
        }
        return sum;
    }

    private static void assertComplete(byte[] lengths, int limit) {
        int taken = 0;
        for (byte length : lengths) {
            assertThat((int) length).isBetween(0, limit);
            taken += length == 0 ? 0 : 1 << (limit - length);
        }
        assertThat(taken).isEqualTo(1 << limit);
    }
}
