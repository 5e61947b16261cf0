package io.oemingest.core.format.ffu;

import java.io.IOException;
import java.util.List;

/**
 * One disk of an image: what is written where. Checked when the image was read. Safe for threads; descriptors are read
 * from the image's source each time.
 */
public final class FfuStore {
    private final FfuInput input;
    private final StoreHeader header;
    private final Extent extent;

    private FfuStore(FfuInput input, StoreHeader header) throws IOException {
        this.input = input;
        this.header = header;
        this.extent = new StoreCheck(input, header).extent();
    }

    static FfuStore read(FfuInput input, StoreHeader header) throws IOException {
        return new FfuStore(input, header);
    }

    /** Whether the image changes only part of a device. */
    public boolean partial() {
        return header.partial();
    }

    /** The devices that the store is for; none in images captured from a PC. */
    public List<PlatformId> platformIds() {
        return header.platformIds();
    }

    /** In bytes; the same as the image's chunk size. */
    public int blockSize() {
        return header.blockSize();
    }

    public FfuCompression compression() {
        return header.compression();
    }

    /** The UEFI path of the disk, empty if the image has one store and does not say. */
    public String devicePath() {
        StorePlace place = header.place();
        return place == null ? "" : place.devicePath();
    }

    public long descriptorCount() {
        return header.writes().count();
    }

    /** How many blocks the payload has, each counted once however often it is written. */
    public long blockCount() {
        return extent.blocks();
    }

    /** Bytes of the payload in the file. */
    public long payloadSize() {
        return extent.bytes();
    }

    /** The blank table, which ends the first phase. */
    public BlockRange initialTable() {
        return header.tables().initial();
    }

    /** The table of the partitions that are required to flash, which ends the second phase. */
    public BlockRange flashOnlyTable() {
        return header.tables().flashOnly();
    }

    /** The complete table, which ends the payload. */
    public BlockRange finalTable() {
        return header.tables().complete();
    }

    /**
     * Which blocks each of the three phases of flashing writes: blank tables at both ends of the disk; the partitions
     * that are required to flash and a table of them; everything else and the complete table. A phase may be empty.
     */
    public List<BlockRange> phases() {
        return header.tables().phases();
    }

    /** Hands over the write descriptors in their order, which is that of the payload. */
    public void forEachDescriptor(DescriptorVisitor visitor) throws IOException {
        try (DescriptorReader reader = new DescriptorReader(input, header)) {
            for (long i = 0; i < descriptorCount(); i++) {
                visitor.visit(reader.next());
            }
        }
    }

    StoreHeader header() {
        return header;
    }

    /** Takes the descriptors of a store one by one. */
    @FunctionalInterface
    public interface DescriptorVisitor {
        void visit(WriteDescriptor descriptor) throws IOException;
    }

    /** The payload of a store, in blocks and in bytes of the file. */
    record Extent(long blocks, long bytes) {}
}
