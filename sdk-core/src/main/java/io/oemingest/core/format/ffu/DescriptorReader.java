package io.oemingest.core.format.ffu;

import io.oemingest.core.format.MalformedFileException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads write descriptors one by one, little-endian.
 *
 * <pre>
 * u4  locationCount                          for each location:
 * u4  blockCount                             u4  accessMethod  0 from the disk's begin, 2 from its end
 * u4  dataSize       only in packed images   u4  blockIndex
 * </pre>
 */
final class DescriptorReader implements AutoCloseable {
    static final int FROM_BEGIN = 0;
    static final int FROM_END = 2;

    private static final String PART = "write descriptors";
    private static final int LOCATION_LENGTH = 8;

    private final FfuInput input;
    private final StoreHeader header;
    private final InputStream bytes;
    private final boolean packed;
    private long left;

    DescriptorReader(FfuInput input, StoreHeader header) throws MalformedFileException {
        this.input = input;
        this.header = header;
        left = header.writes().length();
        input.require(FlashError.WRITE_DESCRIPTORS, PART, header.writesOffset(), left);
        bytes = new BufferedInputStream(input.source().slice(PART, header.writesOffset(), left).stream());
        packed = header.variant() == FfuVariant.V1_COMPRESSED;
    }

    /** The next one; the caller counts. */
    WriteDescriptor next() throws IOException {
        long at = offset();
        ByteBuffer fields = read(packed ? 12 : 8);
        long locations = FfuInput.u4(fields, 0);
        long blocks = FfuInput.u4(fields, 4);
        int most = input.limits().maxMembers();
        if (locations == 0 || locations > most) {
            throw malformed(at, "has " + locations + " locations, allowed are 1 to " + most);
        }
        if (blocks == 0) {
            throw malformed(at + 4, "writes no block");
        }
        long unpacked = blocks * header.blockSize();
        long dataSize = packed ? FfuInput.u4(fields, 8) : unpacked;
        if (header.compression() == FfuCompression.NONE && dataSize != unpacked) {
            throw malformed(at + 8, "has " + dataSize + " bytes that are not packed for " + blocks + " blocks");
        }
        return new WriteDescriptor(blocks, dataSize, locations((int) locations));
    }

    /** Sees that nothing is left. */
    void end() throws MalformedFileException {
        if (left != 0) {
            throw malformed(
                    offset(),
                    "ends here after " + header.writes().count() + " descriptors, the header says " + left
                            + " bytes later");
        }
    }

    MalformedFileException malformed(long at, String problem) {
        return input.malformed(FlashError.WRITE_DESCRIPTORS, PART, at, problem);
    }

    /** Where the next descriptor begins in the file. */
    long offset() {
        return header.end() - left;
    }

    private List<BlockLocation> locations(int count) throws IOException {
        List<BlockLocation> locations = new ArrayList<>(Math.min(count, 16));
        for (int i = 0; i < count; i++) {
            long at = offset();
            ByteBuffer fields = read(LOCATION_LENGTH);
            int method = fields.getInt(0);
            if (method != FROM_BEGIN && method != FROM_END) {
                throw malformed(at, "has access method " + FfuInput.u4(fields, 0) + ", known are 0 and 2");
            }
            locations.add(new BlockLocation(method == FROM_END, FfuInput.u4(fields, 4)));
        }
        return locations;
    }

    private ByteBuffer read(int length) throws IOException {
        if (length > left) {
            throw malformed(offset(), "needs " + length + " bytes, the descriptors end at " + header.end());
        }
        byte[] field = bytes.readNBytes(length);
        left -= length;
        return ByteBuffer.wrap(field).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
