package io.oemingest.core.format.cabinet;

/** The three last offsets as the packer keeps them; numbered 0 to 2, as their slots are. */
final class LzxRecentOffsets {
    static final int COUNT = 3;
    /** How many bytes {@link #write} writes. */
    static final int BYTES = COUNT * Integer.BYTES;

    private final int[] offsets = {1, 1, 1};

    int get(int number) {
        return offsets[number];
    }

    /** Makes an offset the last one: a recent one by its slot, or a new one. */
    void use(int slot, int offset) {
        if (slot < COUNT) {
            offsets[slot] = offsets[0];
        } else {
            offsets[2] = offsets[1];
            offsets[1] = offsets[0];
        }
        offsets[0] = offset;
    }

    void write(LzxBitWriter bits) {
        for (int offset : offsets) {
            bits.putInt(offset);
        }
    }
}
