package io.oemingest.core.format.cabinet;

import io.oemingest.core.io.ByteSource;
import java.io.EOFException;
import java.io.IOException;

/**
 * Reads a folder's data in pieces of several blocks, so that not every block costs a call to the system. The first piece
 * has one block, which is often all that is wanted of a folder.
 */
final class ReadAhead {
    private static final int BLOCKS = 4;
    private static final int BLOCK = DataBlock.LENGTH + DataBlock.MAX_UNPACKED;

    private final ByteSource source;
    private final long end;
    private byte[] buffer = {};
    private long start;
    private int length;

    ReadAhead(ByteSource source, CabinetFolder folder) {
        this.source = source;
        this.end = folder.dataEnd();
    }

    /** Whether so many bytes are here already. */
    boolean has(long offset, int count) {
        return offset >= start && offset + count <= start + length;
    }

    /** The bytes, read now with some of those behind them if they are not here; valid until the next call. */
    PackedBytes get(long offset, int count) throws IOException {
        if (!has(offset, count)) {
            if (count > end - offset) {
                throw new EOFException(source.name() + " changed while it was read");
            }
            grow(count, end - offset);
            length = 0;
            start = offset;
            int n = (int) Math.min(buffer.length, end - offset);
            source.readFully(offset, buffer, 0, n);
            length = n;
        }
        return new PackedBytes(buffer, (int) (offset - start), count);
    }

    private void grow(int count, long left) {
        long wanted = Math.min(left, Math.max(count, buffer.length == 0 ? BLOCK : BLOCKS * BLOCK));
        if (buffer.length < wanted) {
            buffer = new byte[(int) wanted];
        }
    }
}
