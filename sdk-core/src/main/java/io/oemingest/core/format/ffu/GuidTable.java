package io.oemingest.core.format.ffu;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * A GUID partition table (UEFI 5.3) in its two copies, each filling whole blocks. The first has the protective MBR, the
 * header and the entries; the second the entries and the header, which is the last sector of the disk.
 */
final class GuidTable {
    static final int ENTRIES = 128;

    private static final int SECTOR = FfuDisk.SECTOR;
    private static final int ENTRY_LENGTH = 128;
    private static final int ENTRIES_LENGTH = ENTRIES * ENTRY_LENGTH;
    private static final int PRIMARY_LENGTH = 2 * SECTOR + ENTRIES_LENGTH;
    private static final int BACKUP_LENGTH = SECTOR + ENTRIES_LENGTH;
    private static final int HEADER_LENGTH = 92;

    private final FfuDisk disk;
    private final int blockSize;
    private final byte[] entries;

    GuidTable(FfuDisk disk, List<Placed> partitions, int blockSize) {
        this.disk = disk;
        this.blockSize = blockSize;
        this.entries = entries(partitions);
    }

    /** The first sector that partitions may use. */
    static long firstUsable(int blockSize) {
        return FfuInput.align(PRIMARY_LENGTH, blockSize) / SECTOR;
    }

    /** The last sector that partitions may use. */
    static long lastUsable(FfuDisk disk, int blockSize) {
        return disk.sectors() - FfuInput.align(BACKUP_LENGTH, blockSize) / SECTOR - 1;
    }

    /** From the first sector of the disk on. */
    byte[] primary() {
        byte[] bytes = new byte[(int) FfuInput.align(PRIMARY_LENGTH, blockSize)];
        ByteBuffer table = fields(bytes);
        protect(table);
        table.position(SECTOR).put(header(1, disk.sectors() - 1, 2));
        table.position(2 * SECTOR).put(entries);
        return bytes;
    }

    /** Up to the last sector of the disk. */
    byte[] backup() {
        byte[] bytes = new byte[(int) FfuInput.align(BACKUP_LENGTH, blockSize)];
        ByteBuffer table = fields(bytes);
        table.position(table.capacity() - BACKUP_LENGTH).put(entries);
        long last = disk.sectors() - 1;
        table.put(header(last, 1, last - ENTRIES_LENGTH / SECTOR));
        return bytes;
    }

    // One partition of type 0xEE over everything, for tools that know no other table.
    private void protect(ByteBuffer table) {
        table.position(446).put(new byte[] {0, 0, 2, 0, (byte) 0xee, -1, -1, -1});
        table.putInt(1).putInt((int) Math.min(disk.sectors() - 1, 0xffff_ffffL));
        table.position(510).put((byte) 0x55).put((byte) 0xaa);
    }

    private byte[] header(long own, long other, long entriesAt) {
        byte[] bytes = new byte[HEADER_LENGTH];
        ByteBuffer header = fields(bytes);
        header.put("EFI PART".getBytes(StandardCharsets.US_ASCII));
        header.putInt(0x0001_0000).putInt(HEADER_LENGTH).putInt(0).putInt(0);
        header.putLong(own).putLong(other);
        header.putLong(firstUsable(blockSize)).putLong(lastUsable(disk, blockSize));
        putGuid(header, disk.id());
        header.putLong(entriesAt).putInt(ENTRIES).putInt(ENTRY_LENGTH).putInt(crc(entries));
        header.putInt(16, crc(bytes));
        return bytes;
    }

    private static byte[] entries(List<Placed> partitions) {
        byte[] bytes = new byte[ENTRIES_LENGTH];
        ByteBuffer table = fields(bytes);
        for (int i = 0; i < partitions.size(); i++) {
            FfuPartition partition = partitions.get(i).partition();
            long first = partitions.get(i).firstSector();
            table.position(i * ENTRY_LENGTH);
            putGuid(table, partition.type());
            putGuid(table, partition.id());
            table.putLong(first).putLong(first + partition.sectors() - 1).putLong(0);
            table.put(partition.name().getBytes(StandardCharsets.UTF_16LE));
        }
        return bytes;
    }

    private static void putGuid(ByteBuffer target, UUID guid) {
        long most = guid.getMostSignificantBits();
        target.putInt((int) (most >>> 32)).putShort((short) (most >>> 16)).putShort((short) most);
        target.putLong(Long.reverseBytes(guid.getLeastSignificantBits()));
    }

    private static int crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    private static ByteBuffer fields(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A partition with its place on the disk. */
    record Placed(FfuPartition partition, long firstSector) {}
}
