package io.oemingest.core.format.cabinet;

import java.util.Arrays;

/** Finds the code lengths of a Huffman code: the tree from the counts, then its too deep leaves moved up. */
final class HuffmanLengths {
    private static final int SYMBOL_BITS = 10;
    private static final int SYMBOL_MASK = (1 << SYMBOL_BITS) - 1;

    /** The symbols that occur: count and symbol in one number, the rarest first. */
    private final long[] leaves;

    private final int limit;
    private final int[] perLength;

    private HuffmanLengths(long[] leaves, int limit) {
        this.leaves = leaves;
        this.limit = limit;
        this.perLength = new int[limit + 1];
    }

    /** Lengths of at most {@code limit} whose codes leave nothing over; all 0 if nothing occurs. */
    static byte[] of(int[] counts, int limit) {
        byte[] lengths = new byte[counts.length];
        long[] leaves = leaves(counts);
        if (leaves.length == 1) {
            // A code of one symbol would leave half of the code space over, which readers refuse.
            int symbol = (int) leaves[0] & SYMBOL_MASK;
            lengths[symbol] = 1;
            lengths[symbol == 0 ? 1 : 0] = 1;
        } else if (leaves.length > 1) {
            new HuffmanLengths(leaves, limit).assign(lengths);
        }
        return lengths;
    }

    private static long[] leaves(int[] counts) {
        long[] leaves = new long[counts.length];
        int used = 0;
        for (int symbol = 0; symbol < counts.length; symbol++) {
            if (counts[symbol] > 0) {
                leaves[used++] = ((long) counts[symbol] << SYMBOL_BITS) | symbol;
            }
        }
        Arrays.sort(leaves, 0, used);
        return Arrays.copyOf(leaves, used);
    }

    private void assign(byte[] lengths) {
        countDepths(parents());
        moveUp();
        int leaf = 0;
        for (int length = limit; length > 0; length--) {
            for (int i = 0; i < perLength[length]; i++) {
                lengths[(int) leaves[leaf++] & SYMBOL_MASK] = (byte) length;
            }
        }
    }

    /** The parent of each node: leaves first, then the inner nodes as they come about, the root last. */
    private int[] parents() {
        int count = leaves.length;
        long[] weights = Arrays.copyOf(leaves, 2 * count - 1);
        for (int i = 0; i < count; i++) {
            weights[i] >>>= SYMBOL_BITS;
        }
        int[] parents = new int[weights.length];
        int leaf = 0;
        int inner = count;
        for (int node = count; node < weights.length; node++) {
            for (int child = 0; child < 2; child++) {
                boolean takeLeaf = leaf < count && (inner == node || weights[leaf] <= weights[inner]);
                int taken = takeLeaf ? leaf++ : inner++;
                weights[node] += weights[taken];
                parents[taken] = node;
            }
        }
        return parents;
    }

    private void countDepths(int[] parents) {
        int[] depths = new int[parents.length];
        for (int node = parents.length - 2; node >= 0; node--) {
            depths[node] = depths[parents[node]] + 1;
            if (node < leaves.length) {
                perLength[Math.min(depths[node], limit)]++;
            }
        }
    }

    /** Each step frees one code of the greatest length: a leaf there becomes the brother of one from further up. */
    private void moveUp() {
        int taken = 0;
        for (int length = 1; length <= limit; length++) {
            taken += perLength[length] << (limit - length);
        }
        for (; taken > 1 << limit; taken--) {
            int length = limit - 1;
            while (perLength[length] == 0) {
                length--;
            }
            perLength[limit]--;
            perLength[length]--;
            perLength[length + 1] += 2;
        }
    }
}
