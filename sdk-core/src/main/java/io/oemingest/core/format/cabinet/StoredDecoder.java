package io.oemingest.core.format.cabinet;

/** Hands on what is not packed, without a copy. */
final class StoredDecoder implements BlockDecoder {
    private PackedBytes block = PackedBytes.NONE;

    @Override
    public void decode(PackedBytes packed, int unpacked) {
        block = packed;
    }

    @Override
    public byte[] bytes() {
        return block.array();
    }

    @Override
    public int start() {
        return block.start();
    }
}
