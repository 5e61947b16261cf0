package io.oemingest.core.format.cabinet;

import java.io.Closeable;

/** Unpacks the blocks of one folder in their order; keeps what later blocks refer to. */
interface BlockDecoder extends Closeable {
    /**
     * Unpacks one block to exactly {@code unpacked} bytes at the start of {@code target}.
     *
     * @throws CorruptDataException if the bytes do not unpack to that
     */
    void decode(byte[] packed, int length, byte[] target, int unpacked) throws CorruptDataException;

    @Override
    default void close() {}

    static BlockDecoder of(CabinetFolder folder) {
        return switch (folder.compression().method()) {
            case STORED -> (packed, length, target, unpacked) -> System.arraycopy(packed, 0, target, 0, unpacked);
            case MSZIP -> new MsZipDecoder();
            case LZX -> new LzxDecoder(folder.compression().windowBits(), folder.unpackedSize());
        };
    }
}
