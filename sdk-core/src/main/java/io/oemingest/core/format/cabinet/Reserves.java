package io.oemingest.core.format.cabinet;

import io.oemingest.core.internal.io.StructReader;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The reserve areas a header announces, and the place of the signature when the header's area tells one.
 *
 * <pre>
 * 36  u2  cbCFHeader  20 when it is there for a signature
 * 38  u1  cbCFFolder
 * 39  u1  cbCFData
 * 40  u4  marker      0x00100000
 * 44  u4  offset of the signature = cbCabinet
 * 48  u4  size of the signature with padding
 * 52  u8  0
 * </pre>
 */
record Reserves(Kind kind, int header, int folder, int data, long signatureOffset, long signatureSize) {
    static final int SIGNATURE_RESERVE = 20;
    static final int MARKER = 0x0010_0000;
    static final Reserves NONE = new Reserves(Kind.NONE, 0, 0, 0, 0, 0);

    private static final String PART = "header reserve";

    enum Kind {
        NONE,
        SIGNATURE,
        FOREIGN
    }

    static Reserves read(StructReader reader, long offset) throws IOException {
        ByteBuffer sizes = reader.read(PART, offset, 4);
        int header = sizes.getShort() & 0xffff;
        int folder = sizes.get() & 0xff;
        int data = sizes.get() & 0xff;
        ByteBuffer area = reader.read(PART, offset + 4, header);
        int marker = header == SIGNATURE_RESERVE ? area.getInt(0) : -1;
        // An area of 20 zeros is one prepared for a signature.
        if (marker != MARKER && !(header == SIGNATURE_RESERVE && isZero(area))) {
            return new Reserves(Kind.FOREIGN, header, folder, data, 0, 0);
        }
        long signatureOffset = Integer.toUnsignedLong(area.getInt(4));
        long signatureSize = Integer.toUnsignedLong(area.getInt(8));
        if (area.getLong(12) != 0) {
            throw reader.malformed(PART, offset + 16, "must be zero behind the signature's size");
        }
        if ((signatureOffset == 0) != (signatureSize == 0)) {
            throw reader.malformed(PART, offset + 8, "tells only one of the signature's offset and size");
        }
        return new Reserves(Kind.SIGNATURE, header, folder, data, signatureOffset, signatureSize);
    }

    /** Bytes that the sizes and the header's area take behind the fixed header. */
    int length() {
        return kind == Kind.NONE ? 0 : 4 + header;
    }

    boolean signed() {
        return signatureSize != 0;
    }

    private static boolean isZero(ByteBuffer area) {
        for (int i = 0; i < area.limit(); i++) {
            if (area.get(i) != 0) {
                return false;
            }
        }
        return true;
    }
}
