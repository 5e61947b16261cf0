package io.oemingest.core.format.cabinet;

import java.util.Arrays;

/** Decodes canonical Huffman codes of up to 16 bits: short codes by table, long ones by their first codes. */
final class HuffmanTable {
    private static final int MAX_LENGTH = 16;
    private static final int SHORT_BITS = 10;
    private static final int LENGTH_BITS = 5;

    private final String name;
    /** Symbol and length of the code that the next SHORT_BITS bits begin with; 0 for a longer code. */
    private final int[] quick = new int[1 << SHORT_BITS];

    private final int[] counts = new int[MAX_LENGTH + 1];
    private final int[] firstCodes = new int[MAX_LENGTH + 1];
    private final int[] firstRanks = new int[MAX_LENGTH + 2];
    private final int[] symbols;

    HuffmanTable(String name, int symbolCount) {
        this.name = name;
        this.symbols = new int[symbolCount];
    }

    /**
     * Takes the code lengths of all symbols. No lengths at all make an empty table, which only must not be used.
     *
     * @throws CorruptDataException if the lengths leave codes over, or need more than there are
     */
    void build(byte[] lengths) throws CorruptDataException {
        Arrays.fill(counts, 0);
        for (int i = 0; i < symbols.length; i++) {
            counts[lengths[i]]++;
        }
        boolean empty = counts[0] == symbols.length;
        counts[0] = 0;
        if (placeCodes() != (1 << MAX_LENGTH) && !empty) {
            throw new CorruptDataException("has an LZX " + name + " table whose codes do not add up");
        }
        rank(lengths);
        fillQuick();
    }

    int decode(LzxBits bits) throws CorruptDataException {
        int peeked = bits.peek(MAX_LENGTH);
        int entry = quick[peeked >>> (MAX_LENGTH - SHORT_BITS)];
        if (entry != 0) {
            bits.skip(entry & ((1 << LENGTH_BITS) - 1));
            return entry >>> LENGTH_BITS;
        }
        for (int length = SHORT_BITS + 1; length <= MAX_LENGTH; length++) {
            int rank = (peeked >>> (MAX_LENGTH - length)) - firstCodes[length];
            if (rank < counts[length]) {
                bits.skip(length);
                return symbols[firstRanks[length] + rank];
            }
        }
        throw new CorruptDataException("uses an LZX " + name + " table that is empty");
    }

    /** Sets the first code of each length; returns how much of the code space is taken, in codes of 16 bits. */
    private int placeCodes() {
        int code = 0;
        int taken = 0;
        for (int length = 1; length <= MAX_LENGTH; length++) {
            code <<= 1;
            firstCodes[length] = code;
            firstRanks[length + 1] = firstRanks[length] + counts[length];
            code += counts[length];
            taken += counts[length] << (MAX_LENGTH - length);
        }
        return taken;
    }

    private void rank(byte[] lengths) {
        int[] next = firstRanks.clone();
        for (int i = 0; i < symbols.length; i++) {
            if (lengths[i] > 0) {
                symbols[next[lengths[i]]++] = i;
            }
        }
    }

    private void fillQuick() {
        Arrays.fill(quick, 0);
        for (int length = 1; length <= SHORT_BITS; length++) {
            for (int i = 0; i < counts[length]; i++) {
                int from = (firstCodes[length] + i) << (SHORT_BITS - length);
                int entry = (symbols[firstRanks[length] + i] << LENGTH_BITS) | length;
                Arrays.fill(quick, from, from + (1 << (SHORT_BITS - length)), entry);
            }
        }
    }
}
