package io.oemingest.core.format.cabinet;

import java.io.Closeable;

/** Unpacks the blocks of one folder in their order; keeps what later blocks refer to. */
interface BlockDecoder extends Closeable {
    /**
     * Unpacks one block to exactly {@code unpacked} bytes, which then stand in {@link #bytes} from {@link #start} on
     * until the next call.
     *
     * @throws CorruptDataException if the bytes do not unpack to that
     */
    void decode(PackedBytes packed, int unpacked) throws CorruptDataException;

    byte[] bytes();

    int start();

    @Override
    default void close() {}

    static BlockDecoder of(CabinetFolder folder) {
        return switch (folder.compression().method()) {
            case STORED -> new StoredDecoder();
            case MSZIP -> new MsZipDecoder();
            case LZX -> new LzxDecoder(folder.compression().windowBits(), folder.unpackedSize());
        };
    }
}
