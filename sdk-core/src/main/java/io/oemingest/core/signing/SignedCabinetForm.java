package io.oemingest.core.signing;

import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.internal.io.StructReader;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.signing.VerificationException.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The header of a signed cabinet: its digest leaves fields out, so each of those must have the one value it can have.
 *
 * <pre>
 *  off size field        must be
 *    4    4 reserved1    0
 *   30    2 flags        4 (reserve present)
 *   34    2 iCabinet     0
 *   36    2 cbCFHeader   20
 *   38  1+1 cbCFFolder, cbCFData  0
 *   40    4 marker       0x00100000
 *   44    4 sigOffset    cbCabinet
 *   48    4 sigSize      up to the end of the file
 *   52    8 not used     0
 * </pre>
 */
final class SignedCabinetForm {
    private static final int HEADER = 60;
    private static final int MARKER = 0x00100000;

    private SignedCabinetForm() {}

    // 1. Container.
    static void verify(Cabinet cabinet) throws VerificationException, IOException {
        ByteSource source = cabinet.source();
        ByteBuffer header = new StructReader(source).read("CFHEADER", 0, HEADER);
        require(cabinet, "reserved1", header.getInt(4) == 0);
        require(cabinet, "flags", header.getShort(30) == 4);
        require(cabinet, "iCabinet", header.getShort(34) == 0);
        require(cabinet, "cbCFHeader", header.getShort(36) == 20);
        require(cabinet, "cbCFFolder and cbCFData", header.getShort(38) == 0);
        require(cabinet, "the reserve's marker", header.getInt(40) == MARKER);
        long offset = Integer.toUnsignedLong(header.getInt(44));
        long size = Integer.toUnsignedLong(header.getInt(48));
        require(cabinet, "the signature's offset", offset == cabinet.cabinetSize());
        require(cabinet, "the signature's size", offset + size == source.size());
        require(cabinet, "the reserve's end", header.getLong(52) == 0);
    }

    private static void require(Cabinet cabinet, String field, boolean holds) throws VerificationException {
        if (!holds) {
            throw new VerificationException(
                    Problem.UNSIGNED_BYTES,
                    CodeSignatures.where(cabinet.source().name()),
                    "the header field " + field + ", which no signature covers, has not the only value it may have");
        }
    }
}
