package io.oemingest.core.format.cabinet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A folder to be written: its files, and how they are packed as one. */
final class PlannedFolder {
    private static final int MAX_BLOCKS = 0xFFFF;

    private final CabinetCompression compression;
    private final List<CabinetEntry> entries = new ArrayList<>();
    private long unpackedSize;

    PlannedFolder(CabinetCompression compression) {
        this.compression = compression;
    }

    void add(CabinetEntry entry) {
        entries.add(entry);
        unpackedSize += entry.content().size();
    }

    List<CabinetEntry> entries() {
        return entries;
    }

    /** What stands in the way of writing it, or null. */
    @Nullable
    String problem() {
        long limit = (long) MAX_BLOCKS * DataBlock.MAX_UNPACKED;
        return unpackedSize > limit
                ? unpackedSize + " bytes are more than the " + limit + " of a cabinet folder"
                : null;
    }

    /** Writes the data blocks at the channel's position. */
    void writeData(FileChannel channel) throws IOException {
        try (FolderWriter folder = new FolderWriter(channel, compression, unpackedSize)) {
            for (CabinetEntry entry : entries) {
                folder.add(entry.content());
            }
            folder.finish();
        }
    }

    /** Puts the folder's entry of the folder table; its data begins at {@code dataOffset}. */
    void putInto(ByteBuffer table, long dataOffset) {
        long blocks = (unpackedSize + DataBlock.MAX_UNPACKED - 1) / DataBlock.MAX_UNPACKED;
        table.putInt((int) dataOffset).putShort((short) blocks).putShort((short) CabinetFolder.type(compression));
    }
}
