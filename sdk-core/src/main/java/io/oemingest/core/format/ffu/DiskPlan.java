package io.oemingest.core.format.ffu;

import io.oemingest.core.format.ffu.GuidTable.Placed;
import io.oemingest.core.io.ByteSource;
import java.util.ArrayList;
import java.util.List;

/** Decides which blocks the payload of a disk has, in the order of the three phases of flashing. */
final class DiskPlan {
    private final FfuDisk disk;
    private final int blockSize;
    private final List<Placed> partitions = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final StoreTables tables;

    DiskPlan(FfuDisk disk, int blockSize) {
        this.disk = disk;
        this.blockSize = blockSize;
        place();
        BlockRange initial = blankTable();
        BlockRange flashOnly = phase(true, required());
        tables = new StoreTables(initial, flashOnly, phase(false, partitions));
    }

    FfuDisk disk() {
        return disk;
    }

    /** In the order of the payload. */
    List<Block> blocks() {
        return blocks;
    }

    StoreTables tables() {
        return tables;
    }

    // Each partition begins with a block, so that no block belongs to two.
    private void place() {
        long next = GuidTable.firstUsable(blockSize);
        long last = GuidTable.lastUsable(disk, blockSize);
        int unit = blockSize / FfuDisk.SECTOR;
        for (FfuPartition partition : disk.partitions()) {
            if (partition.sectors() > last + 1 - next) {
                throw new IllegalArgumentException(partition.name() + " does not fit on the disk");
            }
            partitions.add(new Placed(partition, next));
            next = FfuInput.align(next + partition.sectors(), unit);
        }
    }

    private BlockRange blankTable() {
        ByteSource zeros = ByteSource.of("zeros", new byte[blockSize]);
        long count = GuidTable.firstUsable(blockSize) * FfuDisk.SECTOR / blockSize;
        for (long i = 0; i < count; i++) {
            blocks.add(new Block(zeros, 0, List.of(new BlockLocation(false, i), new BlockLocation(true, i))));
        }
        return new BlockRange(0, count);
    }

    private BlockRange phase(boolean requiredToFlash, List<Placed> listed) {
        for (Placed placed : partitions) {
            if (placed.partition().requiredToFlash() == requiredToFlash) {
                add(placed.partition().content(), placed.firstSector() * FfuDisk.SECTOR / blockSize);
            }
        }
        int index = blocks.size();
        GuidTable table = new GuidTable(disk, listed, blockSize);
        add(ByteSource.of("partition table", table.primary()), 0);
        ByteSource backup = ByteSource.of("second partition table", table.backup());
        for (long at = 0; at < backup.size(); at += blockSize) {
            long fromEnd = (backup.size() - at) / blockSize - 1;
            blocks.add(new Block(backup, at, List.of(new BlockLocation(true, fromEnd))));
        }
        return new BlockRange(index, (long) blocks.size() - index);
    }

    private void add(ByteSource content, long firstBlock) {
        for (long at = 0; at < content.size(); at += blockSize) {
            blocks.add(new Block(content, at, List.of(new BlockLocation(false, firstBlock + at / blockSize))));
        }
    }

    private List<Placed> required() {
        return partitions.stream()
                .filter(placed -> placed.partition().requiredToFlash())
                .toList();
    }

    /**
     * One block of the payload.
     *
     * @param source where the bytes come from; behind its end come zeros
     * @param offset of the block in the source
     */
    record Block(ByteSource source, long offset, List<BlockLocation> locations) {}
}
