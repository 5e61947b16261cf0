package io.oemingest.core.format.cabinet;

import io.oemingest.core.internal.io.BulkInputStream;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.util.Objects;

/** All unpacked data of one folder, block by block; for one thread. */
final class FolderStream extends BulkInputStream {
    private final DataBlocks blocks;
    private final BlockDecoder decoder;
    private final boolean stored;
    private byte[] unpacked = new byte[0];
    private int position;
    private int limit;

    FolderStream(ByteSource source, CabinetHeader header, CabinetFolder folder) {
        this.blocks = new DataBlocks(source, header, folder);
        this.decoder = BlockDecoder.of(folder);
        this.stored = folder.compression().method() == CabinetCompression.Method.STORED;
    }

    @Override
    public int read(byte[] target, int start, int length) throws IOException {
        Objects.checkFromIndexSize(start, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (position == limit && !nextBlock(0)) {
            return -1;
        }
        int n = Math.min(length, limit - position);
        System.arraycopy(unpacked, position, target, start, n);
        position += n;
        return n;
    }

    /** Unpacks and forgets, since later data may refer to it; stored blocks are passed over unread. */
    @Override
    public long skip(long count) throws IOException {
        long left = count;
        while (left > 0 && (position < limit || nextBlock(left))) {
            int n = (int) Math.min(left, limit - position);
            position += n;
            left -= n;
        }
        return count - Math.max(left, 0);
    }

    @Override
    public void close() {
        decoder.close();
    }

    private boolean nextBlock(long skipped) throws IOException {
        DataBlock block = blocks.next();
        if (block == null) {
            return false;
        }
        position = 0;
        limit = block.unpacked();
        if (stored && skipped >= limit) {
            return true;
        }
        unpack(block);
        return true;
    }

    private void unpack(DataBlock block) throws IOException {
        limit = 0;
        try {
            decoder.decode(blocks.content(block), block.unpacked());
        } catch (CorruptDataException e) {
            throw blocks.malformed(e.problem(), e.getCause());
        }
        unpacked = decoder.bytes();
        position = decoder.start();
        limit = position + block.unpacked();
    }
}
