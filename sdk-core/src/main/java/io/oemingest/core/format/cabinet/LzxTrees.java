package io.oemingest.core.format.cabinet;

import java.util.Arrays;

/** The Huffman tables of LZX and how blocks change them: code lengths are sent as differences to the last block's. */
final class LzxTrees {
    static final int LITERALS = 256;
    static final int LENGTH_SYMBOLS = 249;

    static final int PRETREE_SYMBOLS = 20;
    static final int PRETREE_LENGTH_BITS = 4;
    static final int ALIGNED_SYMBOLS = 8;
    static final int ALIGNED_LENGTH_BITS = 3;

    static final int MIN_MATCH = 2;
    static final int MAX_MATCH = 257;
    /** Matches of this length and more need a symbol of the length tree too. */
    static final int FIRST_LONG = 9;

    private static final int[] POSITION_SLOTS = {30, 32, 34, 36, 38, 42, 50};

    final HuffmanTable main;
    final HuffmanTable length = new HuffmanTable("length", LENGTH_SYMBOLS);
    final HuffmanTable aligned = new HuffmanTable("aligned offset", ALIGNED_SYMBOLS);

    private final HuffmanTable pretree = new HuffmanTable("pretree", PRETREE_SYMBOLS);
    private final byte[] mainLengths;
    private final byte[] lengthLengths = new byte[LENGTH_SYMBOLS];
    private final LzxBits bits;

    LzxTrees(int windowBits, LzxBits bits) {
        this.bits = bits;
        mainLengths = new byte[mainSymbols(windowBits)];
        main = new HuffmanTable("main", mainLengths.length);
    }

    /** Symbols of the main tree: literals, and eight for each position slot of the window. */
    static int mainSymbols(int windowBits) {
        return LITERALS + 8 * POSITION_SLOTS[windowBits - 15];
    }

    /** The symbol of the main tree for a match. */
    static int mainSymbol(int slot, int length) {
        return LITERALS + 8 * slot + Math.min(length, FIRST_LONG) - MIN_MATCH;
    }

    void readAligned() throws CorruptDataException {
        byte[] lengths = new byte[ALIGNED_SYMBOLS];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = (byte) bits.read(ALIGNED_LENGTH_BITS);
        }
        aligned.build(lengths);
    }

    void readMainAndLength() throws CorruptDataException {
        readLengths(mainLengths, 0, LITERALS);
        readLengths(mainLengths, LITERALS, mainLengths.length);
        main.build(mainLengths);
        readLengths(lengthLengths, 0, LENGTH_SYMBOLS);
        length.build(lengthLengths);
    }

    private void readLengths(byte[] lengths, int from, int to) throws CorruptDataException {
        byte[] own = new byte[PRETREE_SYMBOLS];
        for (int i = 0; i < own.length; i++) {
            own[i] = (byte) bits.read(PRETREE_LENGTH_BITS);
        }
        pretree.build(own);
        int i = from;
        while (i < to) {
            i = readRun(lengths, i, to);
        }
    }

    private int readRun(byte[] lengths, int at, int to) throws CorruptDataException {
        int symbol = pretree.decode(bits);
        return switch (symbol) {
            case 17 -> fill(lengths, at, 4 + bits.read(4), to, 0);
            case 18 -> fill(lengths, at, 20 + bits.read(5), to, 0);
            case 19 -> {
                int run = 4 + bits.read(1);
                yield fill(lengths, at, run, to, changed(lengths[at], pretree.decode(bits)));
            }
            default -> fill(lengths, at, 1, to, changed(lengths[at], symbol));
        };
    }

    private static int changed(int before, int difference) throws CorruptDataException {
        if (difference > 16) {
            throw new CorruptDataException("has an LZX code length that is no difference");
        }
        return (before - difference + 17) % 17;
    }

    private static int fill(byte[] lengths, int at, int run, int to, int value) throws CorruptDataException {
        if (run > to - at) {
            throw new CorruptDataException("has a run of LZX code lengths beyond its table");
        }
        Arrays.fill(lengths, at, at + run, (byte) value);
        return at + run;
    }
}
