package io.oemingest.core.format.cabinet;

/** Writes code lengths as {@link LzxTrees} reads them: differences and runs, in a small Huffman code of their own. */
final class LzxLengths {
    private static final int MAX_PRETREE_LENGTH = 15;
    private static final int SYMBOL_BITS = 8;
    private static final int EXTRA_BITS = 8;

    private final byte[] before;
    private final byte[] now;
    private final int to;
    /** Symbol, number that follows it, and bits of that number. */
    private final int[] items;

    private int size;
    private final int[] counts = new int[LzxTrees.PRETREE_SYMBOLS];
    private final HuffmanCode pretree;
    private int extraBits;

    /** Takes the lengths from {@code from} to {@code to}, and what they were in the block before. */
    LzxLengths(byte[] before, byte[] now, int from, int to) {
        this.before = before;
        this.now = now;
        this.to = to;
        this.items = new int[to - from];
        int at = from;
        while (at < to) {
            at += addRun(at);
        }
        pretree = new HuffmanCode(counts, MAX_PRETREE_LENGTH);
    }

    int bits() {
        return LzxTrees.PRETREE_SYMBOLS * LzxTrees.PRETREE_LENGTH_BITS + pretree.bits(counts) + extraBits;
    }

    void write(LzxBitWriter bits) {
        for (byte length : pretree.lengths()) {
            bits.put(length, LzxTrees.PRETREE_LENGTH_BITS);
        }
        for (int i = 0; i < size; i++) {
            int item = items[i];
            pretree.write(bits, item & ((1 << SYMBOL_BITS) - 1));
            bits.put((item >> SYMBOL_BITS) & ((1 << EXTRA_BITS) - 1), item >> (SYMBOL_BITS + EXTRA_BITS));
        }
    }

    /** Adds the next lengths in the shortest way; returns how many they were. */
    private int addRun(int at) {
        int run = 1;
        boolean changed = difference(at) != 0;
        while (at + run < to && now[at + run] == now[at]) {
            changed |= difference(at + run) != 0;
            run++;
        }
        if (now[at] == 0 && run >= 20) {
            run = Math.min(run, 51);
            add(18, run - 20, 5);
        } else if (now[at] == 0 && run >= (changed ? 4 : 8)) {
            run = Math.min(run, 19);
            add(17, run - 4, 4);
        } else if (changed && run >= 4) {
            run = Math.min(run, 5);
            add(19, run - 4, 1);
            add(difference(at), 0, 0);
        } else {
            run = 1;
            add(difference(at), 0, 0);
        }
        return run;
    }

    private void add(int symbol, int extra, int bits) {
        items[size++] = symbol | (extra << SYMBOL_BITS) | (bits << (SYMBOL_BITS + EXTRA_BITS));
        counts[symbol]++;
        extraBits += bits;
    }

    private int difference(int at) {
        return (before[at] - now[at] + 17) % 17;
    }
}
