package io.oemingest.core.format.cabinet;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.io.StructReader;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Steps through the data blocks of one folder and checks their checksums; for one thread. */
final class DataBlocks {
    private static final int LENGTH_BEFORE_SIZES = 4;

    private final ByteSource source;
    private final CabinetHeader header;
    private final CabinetFolder folder;
    private final byte[] packed = new byte[DataBlock.MAX_PACKED];
    private long start;
    private long next;
    private int index = -1;

    DataBlocks(ByteSource source, CabinetHeader header, CabinetFolder folder) {
        this.source = source;
        this.header = header;
        this.folder = folder;
        this.next = folder.dataOffset();
    }

    /** Steps to the next block and reads only its header; null behind the last one. */
    @Nullable
    DataBlock next() throws IOException {
        if (index + 1 >= folder.blocks()) {
            return null;
        }
        index++;
        start = next;
        DataBlock block = DataBlock.read(new StructReader(source), folder.part(index), start, header);
        next = start + block.length(header);
        return block;
    }

    /** The packed bytes of the block in hand; the array is used again for the next one. */
    byte[] content(DataBlock block) throws IOException {
        int reserve = header.reserves().data();
        source.readFully(start + DataBlock.LENGTH + reserve, packed, 0, block.packed());
        // 0 says that the writer gave none.
        if (block.checksum() != 0 && !matches(block, reserve)) {
            throw malformed("does not match its checksum", null);
        }
        return packed;
    }

    MalformedFileException malformed(String problem, @Nullable Throwable cause) {
        return new MalformedFileException(Location.ofOffset(source.name(), folder.part(index), start), problem, cause);
    }

    private boolean matches(DataBlock block, int reserve) throws IOException {
        byte[] fields = DataChecksum.fields(block.packed(), block.unpacked());
        int sum = DataChecksum.add(packed, block.packed(), 0);
        if (DataChecksum.add(fields, fields.length, sum) == block.checksum()) {
            return true;
        }
        if (reserve == 0) {
            return false;
        }
        // Writers disagree whether the reserve area counts.
        byte[] counted = new byte[fields.length + reserve];
        source.readFully(start + LENGTH_BEFORE_SIZES, counted, 0, counted.length);
        return DataChecksum.add(counted, counted.length, sum) == block.checksum();
    }
}
