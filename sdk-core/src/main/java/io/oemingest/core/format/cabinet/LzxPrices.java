package io.oemingest.core.format.cabinet;

/** What literals and matches cost in bits, guessed by the code lengths of the block before. */
final class LzxPrices {
    private static final int FIRST_LITERAL = 8;
    private static final int FIRST_MATCH = 9;
    private static final int FIRST_LENGTH = 6;
    /** For symbols that the block before did not have. */
    private static final int RARE = 12;

    private final LzxHistory history;
    private final byte[] mainLengths;
    private final byte[] lengthLengths;
    /** The cost of all literals from the start of the frame. */
    private final int[] literals = new int[DataBlock.MAX_UNPACKED + 1];

    private boolean known;
    private int start;

    LzxPrices(LzxHistory history, LzxBlockWriter blocks) {
        this.history = history;
        this.mainLengths = blocks.mainLengths();
        this.lengthLengths = blocks.lengthLengths();
    }

    /** Begins the frame at this place. */
    void startFrame(int frame) {
        start = frame;
        known = false;
        for (byte length : mainLengths) {
            known |= length != 0;
        }
        for (int i = 0; i < history.end() - start; i++) {
            literals[i + 1] = literals[i] + price(mainLengths[history.get(start + i)], FIRST_LITERAL);
        }
    }

    /** A match with what it saves against literals, which may be negative. */
    LzxMatch match(int place, int slot, int offset, int length) {
        int saved = literals[place - start + length] - literals[place - start];
        int cost = price(mainLengths[LzxTrees.mainSymbol(slot, length)], FIRST_MATCH) + LzxSlots.extraBits(slot);
        if (length >= LzxTrees.FIRST_LONG) {
            cost += price(lengthLengths[length - LzxTrees.FIRST_LONG], FIRST_LENGTH);
        }
        return new LzxMatch(slot, offset, length, saved - cost);
    }

    private int price(int codeLength, int atFirst) {
        if (!known) {
            return atFirst;
        }
        return codeLength == 0 ? RARE : codeLength;
    }
}
