package io.oemingest.core.format.cabinet;

import java.io.Closeable;

/** Packs the blocks of one folder in their order. */
interface BlockEncoder extends Closeable {
    /** Packs the first {@code length} bytes of {@code block} into {@code target}; returns how many bytes they became. */
    int encode(byte[] block, int length, byte[] target);

    @Override
    default void close() {}

    /** For a folder of {@code unpackedSize} bytes. */
    static BlockEncoder of(CabinetCompression compression, long unpackedSize) {
        return switch (compression.method()) {
            case STORED ->
                (block, length, target) -> {
                    System.arraycopy(block, 0, target, 0, length);
                    return length;
                };
            case MSZIP -> new MsZipEncoder();
            case LZX -> new LzxEncoder(compression.windowBits(), unpackedSize);
        };
    }
}
