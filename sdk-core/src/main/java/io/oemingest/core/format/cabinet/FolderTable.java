package io.oemingest.core.format.cabinet;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.io.StructReader;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the folder table and walks the headers of all data blocks, so that every size is known before unpacking. */
final class FolderTable {
    private final StructReader reader;
    private final CabinetHeader header;
    private final FormatLimits limits;
    private long expanded;

    private FolderTable(StructReader reader, CabinetHeader header, FormatLimits limits) {
        this.reader = reader;
        this.header = header;
        this.limits = limits;
    }

    /** The folders in table order. */
    static List<CabinetFolder> read(ByteSource source, CabinetHeader header, FormatLimits limits) throws IOException {
        FolderTable table = new FolderTable(new StructReader(source), header, limits);
        List<CabinetFolder> folders = new ArrayList<>();
        for (int i = 0; i < header.folderCount(); i++) {
            folders.add(table.entry(i));
        }
        folders.sort(Comparator.comparingLong(CabinetFolder::dataOffset));
        // In the order of the data, so that overlapping folders cannot make the walk longer than the file.
        long free = 0;
        for (int i = 0; i < folders.size(); i++) {
            CabinetFolder walked = table.walk(folders.get(i), free);
            folders.set(i, walked);
            free = walked.dataEnd();
        }
        folders.sort(Comparator.comparingInt(CabinetFolder::index));
        return List.copyOf(folders);
    }

    private CabinetFolder entry(int index) throws IOException {
        int length = CabinetFolder.LENGTH + header.reserves().folder();
        long offset = header.foldersOffset() + (long) index * length;
        String part = "folder " + index;
        ByteBuffer fields = reader.read(part, offset, length);
        long data = Integer.toUnsignedLong(fields.getInt(0));
        int blocks = fields.getShort(4) & 0xffff;
        CabinetCompression compression = compression(part, offset + 6, fields.getShort(6) & 0xffff);
        if (data > header.cabinetSize()) {
            throw reader.malformed(
                    part, offset, "has data at " + data + ", the cabinet ends at " + header.cabinetSize());
        }
        return new CabinetFolder(index, compression, blocks, data, data, 0);
    }

    private CabinetCompression compression(String part, long offset, int type) throws MalformedFileException {
        int window = type >> 8;
        return switch (type & 0xf) {
            case 0 -> CabinetCompression.STORED;
            case 1 -> CabinetCompression.MSZIP;
            case 2 -> throw reader.malformed(part, offset, "is packed with Quantum, which is not supported");
            case 3 -> {
                if (window < 15 || window > 21) {
                    throw reader.malformed(part, offset, "has an LZX window of 2^" + window + ", 2^15 to 2^21 exist");
                }
                yield CabinetCompression.lzx(window);
            }
            default ->
                throw reader.malformed(part, offset, "has the unknown packing method 0x" + Integer.toHexString(type));
        };
    }

    private CabinetFolder walk(CabinetFolder folder, long free) throws IOException {
        if (folder.blocks() > 0 && folder.dataOffset() < free) {
            throw reader.malformed(folder.part(), folder.dataOffset(), "overlaps another folder's data");
        }
        long offset = folder.dataOffset();
        long unpacked = 0;
        for (int i = 0; i < folder.blocks(); i++) {
            DataBlock block = DataBlock.read(reader, folder.part(i), offset, header);
            checkBlock(folder, i, offset, block);
            count(folder.part(i), offset, block);
            offset += block.length(header);
            unpacked += block.unpacked();
        }
        return new CabinetFolder(
                folder.index(), folder.compression(), folder.blocks(), folder.dataOffset(), offset, unpacked);
    }

    private void checkBlock(CabinetFolder folder, int index, long offset, DataBlock block)
            throws MalformedFileException {
        boolean last = index == folder.blocks() - 1;
        switch (folder.compression().method()) {
            case STORED -> {
                if (block.packed() != block.unpacked()) {
                    throw reader.malformed(
                            folder.part(index),
                            offset,
                            "is stored, yet says that " + block.packed() + " bytes become " + block.unpacked());
                }
            }
            case LZX -> {
                if (!last && block.unpacked() != DataBlock.MAX_UNPACKED) {
                    throw reader.malformed(
                            folder.part(index),
                            offset,
                            "has " + block.unpacked() + " bytes, only the last LZX block may have less than "
                                    + DataBlock.MAX_UNPACKED);
                }
            }
            case MSZIP -> {}
        }
    }

    private void count(String part, long offset, DataBlock block) throws MalformedFileException {
        expanded += block.unpacked();
        if (expanded > limits.maxExpanded()) {
            throw reader.malformed(
                    part,
                    offset,
                    "makes the cabinet unpack to more than the " + limits.maxExpanded() + " bytes allowed");
        }
    }
}
