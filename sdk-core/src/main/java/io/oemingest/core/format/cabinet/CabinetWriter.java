package io.oemingest.core.format.cabinet;

import io.oemingest.core.internal.io.Transfers;
import io.oemingest.core.internal.io.WholeFiles;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes an unsigned cabinet of one folder. On one Java runtime the same files give the same bytes. Contents are read
 * when {@link #writeTo} runs and are never held in memory; LZX holds six bytes for each byte of its window. For one
 * thread.
 */
public final class CabinetWriter {
    private static final int HEAD_LENGTH = CabinetHeader.LENGTH + CabinetFolder.LENGTH;
    private static final int MAX_FILES = 0xFFFF;
    private static final int MAX_BLOCKS = 0xFFFF;
    /** What the kit's tools write. */
    private static final int SET_ID = 555;

    private static final int TABLE_BUFFER = 1 << 16;
    private static final int ATTRIBUTE_ARCHIVE = 0x20;
    private static final LocalDateTime FIXED_DATE = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final CabinetCompression compression;
    private final List<CabinetEntry> entries = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    private CabinetWriter(CabinetCompression compression) {
        this.compression = compression;
    }

    /** Starts a cabinet. */
    public static CabinetWriter create(CabinetCompression compression) {
        return new CabinetWriter(compression);
    }

    /**
     * Adds a file with a fixed date and the archive attribute.
     *
     * @throws IllegalArgumentException for a name that is unsafe, too long or there already
     */
    public CabinetWriter add(String name, ByteSource content) {
        return add(new CabinetEntry(name, ATTRIBUTE_ARCHIVE, FIXED_DATE, content));
    }

    /** Adds a file with the name, date and attributes of another. @throws IllegalArgumentException as above */
    public CabinetWriter add(CabinetMember like, ByteSource content) {
        return add(new CabinetEntry(like.name(), like.attributes(), like.modified(), content));
    }

    /**
     * Writes the file and replaces one that is there; nothing is left behind on failure.
     *
     * @throws IOException also when there is no file to write, or more than a cabinet can hold
     */
    public void writeTo(Path file) throws IOException {
        String problem = problem();
        if (problem != null) {
            throw new IOException(file + " cannot be written: " + problem);
        }
        WholeFiles.replace(file, this::write);
    }

    private CabinetWriter add(CabinetEntry entry) {
        if (!keys.add(MemberNames.key(entry.name()))) {
            throw new IllegalArgumentException(
                    "The member name '" + entry.name() + "' is there already (case does not count)");
        }
        entries.add(entry);
        return this;
    }

    private @Nullable String problem() {
        if (entries.isEmpty()) {
            return "a cabinet has at least one file";
        }
        if (entries.size() > MAX_FILES) {
            return entries.size() + " files are more than the " + MAX_FILES + " of a cabinet";
        }
        long limit = (long) MAX_BLOCKS * DataBlock.MAX_UNPACKED;
        return unpackedSize() > limit
                ? unpackedSize() + " bytes are more than the " + limit + " of a cabinet folder"
                : null;
    }

    private long unpackedSize() {
        return entries.stream().mapToLong(entry -> entry.content().size()).sum();
    }

    private void write(FileChannel channel) throws IOException {
        long dataOffset =
                HEAD_LENGTH + entries.stream().mapToLong(CabinetEntry::length).sum();
        channel.position(HEAD_LENGTH);
        writeFileTable(channel);
        try (FolderWriter folder = new FolderWriter(channel, compression, unpackedSize())) {
            for (CabinetEntry entry : entries) {
                folder.add(entry.content());
            }
            folder.finish();
        }
        // Only now is the size of the packed data known.
        ByteBuffer head = head(channel.position(), dataOffset);
        channel.position(0);
        Transfers.write(channel, head);
    }

    private void writeFileTable(FileChannel channel) throws IOException {
        ByteBuffer some = ByteBuffer.allocate(TABLE_BUFFER);
        long folderOffset = 0;
        for (CabinetEntry entry : entries) {
            if (some.remaining() < entry.length()) {
                Transfers.write(channel, some.flip());
                some.clear();
            }
            some.put(entry.bytes(folderOffset));
            folderOffset += entry.content().size();
        }
        Transfers.write(channel, some.flip());
    }

    private ByteBuffer head(long cabinetSize, long dataOffset) {
        long blocks = (unpackedSize() + DataBlock.MAX_UNPACKED - 1) / DataBlock.MAX_UNPACKED;
        return ByteBuffer.allocate(HEAD_LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0, CabinetHeader.MAGIC)
                .putInt(8, (int) cabinetSize)
                .putInt(16, HEAD_LENGTH)
                .putShort(24, (short) 0x0103)
                .putShort(26, (short) 1)
                .putShort(28, (short) entries.size())
                .putShort(32, (short) SET_ID)
                .putInt(36, (int) dataOffset)
                .putShort(40, (short) blocks)
                .putShort(42, (short) CabinetFolder.type(compression));
    }
}
