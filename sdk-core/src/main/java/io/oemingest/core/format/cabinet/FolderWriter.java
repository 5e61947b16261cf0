package io.oemingest.core.format.cabinet;

import io.oemingest.core.internal.io.Transfers;
import io.oemingest.core.io.ByteSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Cuts contents into blocks and writes them, packed and with checksums, at the channel's position. */
final class FolderWriter implements Closeable {
    /** So many go to the system in one call. */
    private static final int BLOCKS = 4;

    private final FileChannel channel;
    private final BlockEncoder encoder;
    private final byte[] block = new byte[DataBlock.MAX_UNPACKED];
    private final byte[] packed = new byte[DataBlock.MAX_PACKED];
    private final ByteBuffer pending = ByteBuffer.allocate(BLOCKS * (DataBlock.LENGTH + DataBlock.MAX_PACKED))
            .order(ByteOrder.LITTLE_ENDIAN);
    private int filled;

    FolderWriter(FileChannel channel, CabinetCompression compression, long unpackedSize) {
        this.channel = channel;
        this.encoder = BlockEncoder.of(compression, unpackedSize);
    }

    void add(ByteSource content) throws IOException {
        long done = 0;
        while (done < content.size()) {
            int n = (int) Math.min(block.length - filled, content.size() - done);
            content.readFully(done, block, filled, n);
            filled += n;
            done += n;
            if (filled == block.length) {
                writeBlock();
            }
        }
    }

    /** Writes the last block, which may be short. */
    void finish() throws IOException {
        if (filled > 0) {
            writeBlock();
        }
        flush();
    }

    @Override
    public void close() throws IOException {
        encoder.close();
    }

    private void writeBlock() throws IOException {
        int length = encoder.encode(block, filled, packed);
        int sizes = DataChecksum.sizes(length, filled);
        if (pending.remaining() < DataBlock.LENGTH + length) {
            flush();
        }
        pending.putInt(DataChecksum.of(new PackedBytes(packed, 0, length)) ^ sizes)
                .putInt(sizes)
                .put(packed, 0, length);
        filled = 0;
    }

    private void flush() throws IOException {
        Transfers.write(channel, pending.flip());
        pending.clear();
    }
}
