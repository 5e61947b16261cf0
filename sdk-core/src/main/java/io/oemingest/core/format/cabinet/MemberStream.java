package io.oemingest.core.format.cabinet;

import io.oemingest.core.internal.io.BulkInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Objects;

/** The bytes of one member out of its folder's data. */
final class MemberStream extends BulkInputStream {
    private final FolderStream folder;
    private final String name;
    private final boolean closesFolder;
    private long left;
    private boolean closed;

    /** The folder must stand at the member's first byte. */
    MemberStream(FolderStream folder, CabinetMember member, boolean closesFolder) {
        this.folder = folder;
        this.name = member.name();
        this.left = member.size();
        this.closesFolder = closesFolder;
    }

    @Override
    public int read(byte[] target, int start, int length) throws IOException {
        Objects.checkFromIndexSize(start, length, target.length);
        checkOpen();
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            return -1;
        }
        int n = folder.read(target, start, (int) Math.min(length, left));
        if (n < 0) {
            throw new EOFException("The file of '" + name + "' changed while it was read");
        }
        left -= n;
        return n;
    }

    @Override
    public long skip(long count) throws IOException {
        checkOpen();
        long n = folder.skip(Math.min(count, left));
        left -= n;
        return n;
    }

    @Override
    public void close() {
        closed = true;
        if (closesFolder) {
            folder.close();
        }
    }

    /** Passes over what was not read and closes the stream. */
    void finish() throws IOException {
        folder.skipNBytes(left);
        closed = true;
    }

    private void checkOpen() throws IOException {
        if (closed) {
            throw new IOException("The content of '" + name + "' is closed");
        }
    }
}
