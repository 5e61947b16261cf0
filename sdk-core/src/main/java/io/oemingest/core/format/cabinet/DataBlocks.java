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
    private static final int SIZES = 4;

    private final ByteSource source;
    private final CabinetHeader header;
    private final CabinetFolder folder;
    private final ReadAhead ahead;
    private long start;
    private long next;
    private int index = -1;

    DataBlocks(ByteSource source, CabinetHeader header, CabinetFolder folder) {
        this.source = source;
        this.header = header;
        this.folder = folder;
        this.ahead = new ReadAhead(source, folder);
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
        DataBlock block = header();
        next = start + block.length(header);
        return block;
    }

    /** The packed bytes of the block in hand, valid until the next step. */
    PackedBytes content(DataBlock block) throws IOException {
        int reserve = header.reserves().data();
        PackedBytes packed = ahead.get(start + DataBlock.LENGTH + reserve, block.packed());
        // 0 says that the writer gave none.
        if (block.checksum() != 0 && !matches(block, packed, reserve)) {
            throw malformed("does not match its checksum", null);
        }
        return packed;
    }

    MalformedFileException malformed(String problem, @Nullable Throwable cause) {
        return new MalformedFileException(Location.ofOffset(source.name(), folder.part(index), start), problem, cause);
    }

    /** Not read ahead from here, since stored blocks may be passed over. */
    private DataBlock header() throws IOException {
        StructReader reader = new StructReader(source);
        if (!ahead.has(start, DataBlock.LENGTH)) {
            return DataBlock.read(reader, folder.part(index), start, header);
        }
        PackedBytes fields = ahead.get(start, DataBlock.LENGTH);
        DataBlock block = DataBlock.of(fields.array(), fields.start());
        block.check(reader, folder.part(index), start, header);
        return block;
    }

    private boolean matches(DataBlock block, PackedBytes packed, int reserve) throws IOException {
        int sum = DataChecksum.of(packed);
        if ((sum ^ DataChecksum.sizes(block.packed(), block.unpacked())) == block.checksum()) {
            return true;
        }
        if (reserve == 0) {
            return false;
        }
        // Writers disagree whether the reserve area counts.
        byte[] counted = new byte[SIZES + reserve];
        source.readFully(start + LENGTH_BEFORE_SIZES, counted, 0, counted.length);
        return (sum ^ DataChecksum.of(new PackedBytes(counted, 0, counted.length))) == block.checksum();
    }
}
