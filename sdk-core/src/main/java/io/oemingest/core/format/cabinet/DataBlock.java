package io.oemingest.core.format.cabinet;

import io.oemingest.core.internal.io.StructReader;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The header of a data block (CFDATA, [MS-CAB] 2.4): u4 csum, u2 cbData, u2 cbUncomp, then the reserve area, then the
 * packed bytes.
 */
record DataBlock(int checksum, int packed, int unpacked) {
    static final int LENGTH = 8;
    static final int MAX_UNPACKED = 1 << 15;
    /** What other readers allow too: the methods may let a block grow a little. */
    static final int MAX_PACKED = MAX_UNPACKED + 6144;

    static DataBlock read(StructReader reader, String part, long offset, CabinetHeader header) throws IOException {
        ByteBuffer fields = reader.read(part, offset, LENGTH);
        DataBlock block = new DataBlock(fields.getInt(0), fields.getShort(4) & 0xffff, fields.getShort(6) & 0xffff);
        if (block.length(header) > header.cabinetSize() - offset) {
            throw reader.malformed(
                    part,
                    offset,
                    "needs " + block.length(header) + " bytes, the cabinet ends at " + header.cabinetSize());
        }
        if (block.unpacked == 0) {
            throw reader.malformed(part, offset, "continues in another cabinet, which is not supported");
        }
        if (block.unpacked > MAX_UNPACKED || block.packed == 0 || block.packed > MAX_PACKED) {
            throw reader.malformed(
                    part,
                    offset,
                    "says that " + block.packed + " bytes become " + block.unpacked + ", at most " + MAX_PACKED
                            + " may become at most " + MAX_UNPACKED);
        }
        return block;
    }

    /** Bytes of the block in the cabinet, with its header and reserve area. */
    long length(CabinetHeader header) {
        return (long) LENGTH + header.reserves().data() + packed;
    }
}
