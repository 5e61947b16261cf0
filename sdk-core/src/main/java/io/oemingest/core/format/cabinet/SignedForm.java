package io.oemingest.core.format.cabinet;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.io.StructReader;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A cabinet as it is when it carries a signature: with the reserve area that points to it. A cabinet without one grows
 * by 24 bytes behind its header, and every offset in its tables with it.
 *
 * @param head what signing changes: header and reserve area, and the folder table if it had to move
 * @param tail the rest of the cabinet
 */
record SignedForm(ByteBuffer head, ByteSource tail) {
    static final int INSERTED = 4 + Reserves.SIGNATURE_RESERVE;
    private static final long MAX_SIZE = 0xFFFF_FFFFL;

    static SignedForm of(ByteSource source, CabinetHeader header) throws IOException {
        StructReader reader = new StructReader(source);
        if (header.reserves().kind() == Reserves.Kind.FOREIGN) {
            throw reader.malformed(
                    "header reserve",
                    CabinetHeader.LENGTH,
                    "is not one for a signature, so that the cabinet can be neither digested nor signed");
        }
        boolean roomy = header.reserves().kind() == Reserves.Kind.SIGNATURE;
        long changed = roomy ? header.foldersOffset() : header.foldersEnd();
        ByteBuffer head = reader.read("header", 0, (int) changed);
        ByteSource tail = source.slice(source.name(), changed, header.cabinetSize() - changed);
        return new SignedForm(roomy ? head : grown(reader, header, head), tail);
    }

    /** Size of the cabinet without the signature. */
    long size() {
        return head.limit() + tail.size();
    }

    /** Points to a signature behind the cabinet. */
    void pointToSignature(int length) {
        head.putInt(40, Reserves.MARKER).putInt(44, (int) size()).putInt(48, length);
    }

    private static ByteBuffer grown(StructReader reader, CabinetHeader header, ByteBuffer head)
            throws MalformedFileException {
        if (header.cabinetSize() + INSERTED > MAX_SIZE) {
            throw reader.malformed("header", 8, "leaves no room for a signature below 4 GiB");
        }
        ByteBuffer grown = ByteBuffer.allocate(head.limit() + INSERTED).order(head.order());
        grown.put(0, head, 0, CabinetHeader.LENGTH);
        grown.put(CabinetHeader.LENGTH + INSERTED, head, CabinetHeader.LENGTH, head.limit() - CabinetHeader.LENGTH);
        shift(grown, 8);
        shift(grown, 16);
        prepare(grown);
        int folders = CabinetHeader.LENGTH + INSERTED;
        for (int at = folders; at < grown.limit(); at += CabinetFolder.LENGTH) {
            shift(grown, at);
        }
        return grown;
    }

    /** Says in a header with room for it that there is a reserve area for a signature. */
    static void prepare(ByteBuffer head) {
        head.putShort(30, (short) (head.getShort(30) | CabinetHeader.FLAG_RESERVE))
                .putShort(36, (short) Reserves.SIGNATURE_RESERVE)
                .putInt(40, Reserves.MARKER);
    }

    private static void shift(ByteBuffer buffer, int at) {
        buffer.putInt(at, buffer.getInt(at) + INSERTED);
    }
}
