package io.oemingest.core.format.cabinet;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The literals and matches of one frame, in their order, and how often each symbol occurs in them. */
final class LzxTokens {
    private static final int MAIN_BITS = 10;

    final int[] mainCounts;
    final int[] lengthCounts = new int[LzxTrees.LENGTH_SYMBOLS];
    final int[] alignedCounts = new int[LzxTrees.ALIGNED_SYMBOLS];

    /** The symbol of the main tree, and above it one more than that of the length tree. */
    private final int[] symbols = new int[DataBlock.MAX_UNPACKED];

    private final int[] extras = new int[DataBlock.MAX_UNPACKED];
    private int size;
    private int extraBits;

    LzxTokens(int mainSymbols) {
        mainCounts = new int[mainSymbols];
    }

    void clear() {
        Arrays.fill(mainCounts, 0);
        Arrays.fill(lengthCounts, 0);
        Arrays.fill(alignedCounts, 0);
        size = 0;
        extraBits = 0;
    }

    void addLiteral(int literal) {
        mainCounts[literal]++;
        symbols[size++] = literal;
    }

    void addMatch(int slot, int length, int extra) {
        int main = LzxTrees.mainSymbol(slot, length);
        mainCounts[main]++;
        int bits = LzxSlots.extraBits(slot);
        extraBits += bits;
        if (bits >= LzxSlots.ALIGNED_BITS) {
            alignedCounts[low(extra)]++;
        }
        extras[size] = extra;
        symbols[size] = main;
        if (length >= LzxTrees.FIRST_LONG) {
            lengthCounts[length - LzxTrees.FIRST_LONG]++;
            symbols[size] |= (length - LzxTrees.FIRST_LONG + 1) << MAIN_BITS;
        }
        size++;
    }

    /** Bits of all offsets when none of them has a Huffman code. */
    int extraBits() {
        return extraBits;
    }

    /** Writes all tokens; the low bits of offsets with {@code aligned} if there is one. */
    void write(LzxBitWriter bits, HuffmanCode main, HuffmanCode length, @Nullable HuffmanCode aligned) {
        for (int i = 0; i < size; i++) {
            int symbol = symbols[i] & ((1 << MAIN_BITS) - 1);
            main.write(bits, symbol);
            if (symbol < LzxTrees.LITERALS) {
                continue;
            }
            if (symbols[i] >> MAIN_BITS > 0) {
                length.write(bits, (symbols[i] >> MAIN_BITS) - 1);
            }
            int count = LzxSlots.extraBits((symbol - LzxTrees.LITERALS) >> 3);
            if (aligned != null && count >= LzxSlots.ALIGNED_BITS) {
                bits.put(extras[i] >> LzxSlots.ALIGNED_BITS, count - LzxSlots.ALIGNED_BITS);
                aligned.write(bits, low(extras[i]));
            } else {
                bits.put(extras[i], count);
            }
        }
    }

    private static int low(int extra) {
        return extra & ((1 << LzxSlots.ALIGNED_BITS) - 1);
    }
}
