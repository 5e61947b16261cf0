package io.oemingest.core.format.cabinet;

/**
 * A run of data blocks that are packed as one (CFFOLDER, [MS-CAB] 2.2).
 *
 * @param dataOffset first data block
 * @param dataEnd behind the last data block
 * @param unpackedSize sum of the sizes that the blocks declare
 */
record CabinetFolder(
        int index, CabinetCompression compression, int blocks, long dataOffset, long dataEnd, long unpackedSize) {
    /** Bytes of the structure without its reserve area: u4 coffCabStart, u2 cCFData, u2 typeCompress. */
    static final int LENGTH = 8;

    /** The field typeCompress, as {@link FolderTable} reads it. */
    static int type(CabinetCompression compression) {
        return switch (compression.method()) {
            case STORED -> 0;
            case MSZIP -> 1;
            case LZX -> (compression.windowBits() << 8) | 3;
        };
    }

    String part() {
        return "folder " + index;
    }

    String part(int block) {
        return "folder " + index + ", data block " + block;
    }
}
