package io.oemingest.core.format.cabinet;

/** How far back LZX matches reach: by slots with extra bits, or one of the three last offsets. */
final class LzxOffsets {
    private final LzxBits bits;
    private final HuffmanTable aligned;
    private int recent0 = 1;
    private int recent1 = 1;
    private int recent2 = 1;

    LzxOffsets(LzxBits bits, HuffmanTable aligned) {
        this.bits = bits;
        this.aligned = aligned;
    }

    /** Takes the three last offsets from the head of an uncompressed block. */
    void readRecent() throws CorruptDataException {
        recent0 = bits.readInt();
        recent1 = bits.readInt();
        recent2 = bits.readInt();
    }

    /** The offset of a match of this slot, which becomes the last one. */
    int read(int slot, boolean alignedBlock) throws CorruptDataException {
        int offset;
        switch (slot) {
            case 0 -> offset = recent0;
            case 1 -> {
                offset = recent1;
                recent1 = recent0;
            }
            case 2 -> {
                offset = recent2;
                recent2 = recent0;
            }
            default -> {
                offset = LzxSlots.firstOffset(slot) + extra(LzxSlots.extraBits(slot), alignedBlock);
                recent2 = recent1;
                recent1 = recent0;
            }
        }
        recent0 = offset;
        return offset;
    }

    private int extra(int count, boolean alignedBlock) throws CorruptDataException {
        if (!alignedBlock || count < LzxSlots.ALIGNED_BITS) {
            return bits.read(count);
        }
        int high = bits.read(count - LzxSlots.ALIGNED_BITS) << LzxSlots.ALIGNED_BITS;
        return high + aligned.decode(bits);
    }
}
