package io.oemingest.core.format.cabinet;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.io.StructReader;
import java.io.IOException;

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
        DataBlock block = of(reader.read(part, offset, LENGTH).array(), 0);
        block.check(reader, part, offset, header);
        return block;
    }

    /** The header at this place of an array, not checked. */
    static DataBlock of(byte[] bytes, int at) {
        int sizes = LittleEndian.getInt(bytes, at + 4);
        return new DataBlock(LittleEndian.getInt(bytes, at), sizes & 0xffff, sizes >>> Short.SIZE);
    }

    void check(StructReader reader, String part, long offset, CabinetHeader header) throws MalformedFileException {
        if (length(header) > header.cabinetSize() - offset) {
            throw reader.malformed(
                    part, offset, "needs " + length(header) + " bytes, the cabinet ends at " + header.cabinetSize());
        }
        if (unpacked == 0) {
            throw reader.malformed(part, offset, "continues in another cabinet, which is not supported");
        }
        if (unpacked > MAX_UNPACKED || packed == 0 || packed > MAX_PACKED) {
            throw reader.malformed(
                    part,
                    offset,
                    "says that " + packed + " bytes become " + unpacked + ", at most " + MAX_PACKED
                            + " may become at most " + MAX_UNPACKED);
        }
    }

    /** Bytes of the block in the cabinet, with its header and reserve area. */
    long length(CabinetHeader header) {
        return (long) LENGTH + header.reserves().data() + packed;
    }
}
