package io.oemingest.core.format.cabinet;

import org.jspecify.annotations.Nullable;

/** Writes each frame as one LZX block of the kind that becomes smallest. */
final class LzxBlockWriter {
    private static final int MAX_CODE_LENGTH = 16;
    private static final int MAX_ALIGNED_LENGTH = 7;
    private static final int KIND_BITS = 3;
    private static final int SIZE_BITS = 24;

    private final LzxBitWriter bits = new LzxBitWriter();
    private final byte[] mainLengths;
    private final byte[] lengthLengths = new byte[LzxTrees.LENGTH_SYMBOLS];
    private boolean started;

    LzxBlockWriter(int windowBits) {
        mainLengths = new byte[LzxTrees.mainSymbols(windowBits)];
    }

    /** Code lengths of the main tree in the last block that had one; all 0 at first. */
    byte[] mainLengths() {
        return mainLengths;
    }

    /** The same of the length tree. */
    byte[] lengthLengths() {
        return lengthLengths;
    }

    /** Writes a frame, given with its calls translated and as tokens; returns its bytes in {@code target}. */
    int write(byte[] frame, int length, Packed packed, byte[] target) {
        bits.start(target);
        int head = KIND_BITS + SIZE_BITS;
        if (!started) {
            started = true;
            head += startFolder();
        }
        Trees trees = new Trees(packed.tokens());
        if (words(head + trees.bits()) < words(head) + LzxRecentOffsets.BYTES + length) {
            writePacked(packed.tokens(), trees, length);
        } else {
            writeHead(LzxDecoder.UNCOMPRESSED, length);
            bits.align();
            // The reader goes on with these, so they may be those behind the frame.
            packed.offsets().write(bits);
            bits.putBytes(frame, length);
        }
        return bits.align();
    }

    /** Says that calls are translated; returns how many bits that takes. */
    private int startFolder() {
        bits.put(1, 1);
        bits.put(LzxTranslation.USUAL_SIZE, Integer.SIZE);
        return 1 + Integer.SIZE;
    }

    private void writePacked(LzxTokens tokens, Trees trees, int length) {
        writeHead(trees.aligned == null ? LzxDecoder.VERBATIM : LzxDecoder.ALIGNED, length);
        trees.write();
        tokens.write(bits, trees.main, trees.length, trees.aligned);
        System.arraycopy(trees.main.lengths(), 0, mainLengths, 0, mainLengths.length);
        System.arraycopy(trees.length.lengths(), 0, lengthLengths, 0, lengthLengths.length);
    }

    private void writeHead(int kind, int length) {
        bits.put(kind, KIND_BITS);
        bits.put(length, SIZE_BITS);
    }

    /** Bytes of so many bits, in whole words. */
    private static int words(int bits) {
        return (bits + Short.SIZE - 1) / Short.SIZE * Short.BYTES;
    }

    /** A frame as tokens, and the recent offsets behind it. */
    record Packed(LzxTokens tokens, LzxRecentOffsets offsets) {}

    /** The trees of one block, and how they are sent. */
    private final class Trees {
        private final HuffmanCode main;
        private final HuffmanCode length;
        private final @Nullable HuffmanCode aligned;
        private final LzxLengths literalLengths;
        private final LzxLengths matchLengths;
        private final LzxLengths lengthTree;
        private final int tokenBits;

        Trees(LzxTokens tokens) {
            main = new HuffmanCode(tokens.mainCounts, MAX_CODE_LENGTH);
            length = new HuffmanCode(tokens.lengthCounts, MAX_CODE_LENGTH);
            literalLengths = new LzxLengths(mainLengths, main.lengths(), 0, LzxTrees.LITERALS);
            matchLengths = new LzxLengths(mainLengths, main.lengths(), LzxTrees.LITERALS, mainLengths.length);
            lengthTree = new LzxLengths(lengthLengths, length.lengths(), 0, LzxTrees.LENGTH_SYMBOLS);
            HuffmanCode low = new HuffmanCode(tokens.alignedCounts, MAX_ALIGNED_LENGTH);
            int saved = LzxSlots.ALIGNED_BITS * sum(tokens.alignedCounts)
                    - low.bits(tokens.alignedCounts)
                    - LzxTrees.ALIGNED_SYMBOLS * LzxTrees.ALIGNED_LENGTH_BITS;
            aligned = saved > 0 ? low : null;
            tokenBits = main.bits(tokens.mainCounts)
                    + length.bits(tokens.lengthCounts)
                    + tokens.extraBits()
                    - Math.max(saved, 0);
        }

        int bits() {
            return literalLengths.bits() + matchLengths.bits() + lengthTree.bits() + tokenBits;
        }

        void write() {
            if (aligned != null) {
                for (byte alignedLength : aligned.lengths()) {
                    bits.put(alignedLength, LzxTrees.ALIGNED_LENGTH_BITS);
                }
            }
            literalLengths.write(bits);
            matchLengths.write(bits);
            lengthTree.write(bits);
        }

        private static int sum(int[] counts) {
            int sum = 0;
            for (int count : counts) {
                sum += count;
            }
            return sum;
        }
    }
}
