package io.oemingest.core.format.cabinet;

/** The position slots of LZX: ranges of offsets, each with the number of bits that say which offset of the range. */
final class LzxSlots {
    static final int MAX_EXTRA_BITS = 17;
    /** In aligned blocks the lowest bits of an offset have a Huffman code. */
    static final int ALIGNED_BITS = 3;
    /** Slots below this one stand for a recent offset. */
    static final int FIRST_NEW = 3;

    private static final int SLOTS = 50;
    /** Offsets are sent larger by this, for the numbers of the recent ones. */
    private static final int SHIFT = 2;

    private static final int[] BASE = new int[SLOTS];

    static {
        for (int slot = 1; slot < SLOTS; slot++) {
            BASE[slot] = BASE[slot - 1] + (1 << extraBits(slot - 1));
        }
    }

    private LzxSlots() {}

    /** The smallest offset of a slot that stands for no recent offset. */
    static int firstOffset(int slot) {
        return BASE[slot] - SHIFT;
    }

    static int extraBits(int slot) {
        return slot < 4 ? 0 : Math.min(slot / 2 - 1, MAX_EXTRA_BITS);
    }

    /** The slot of an offset, which is 1 or more. */
    static int of(int offset) {
        int sent = offset + SHIFT;
        if (sent >= 2 << MAX_EXTRA_BITS) {
            return (sent >> MAX_EXTRA_BITS) + 2 * MAX_EXTRA_BITS;
        }
        int highest = 31 - Integer.numberOfLeadingZeros(sent);
        return 2 * highest + ((sent >> (highest - 1)) & 1);
    }
}
