package io.oemingest.core.format.ffu;

import io.oemingest.core.format.MalformedFileException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The payload blocks that hold partition tables, each the end of a phase of flashing: blank tables, the partitions that
 * are required to flash, all the rest.
 */
record StoreTables(BlockRange initial, BlockRange flashOnly, BlockRange complete) {
    private static final int INITIAL = 224;
    private static final int FLASH_ONLY = 232;
    private static final int FINAL = 240;

    static StoreTables of(ByteBuffer fields) {
        return new StoreTables(range(fields, INITIAL), range(fields, FLASH_ONLY), range(fields, FINAL));
    }

    /** Checks the order of the three against each other and the number of blocks in the store's payload. */
    void check(FfuInput input, long headerOffset, long blocks) throws MalformedFileException {
        if (initial.index() != 0) {
            throw StoreHeader.malformed(
                    input,
                    headerOffset + INITIAL,
                    "begins the initial table at block " + initial.index() + " instead of 0");
        }
        checkOrder(input, headerOffset + FLASH_ONLY, "flash-only", flashOnly, initial.end());
        checkOrder(input, headerOffset + FINAL, "final", complete, Math.max(initial.end(), flashOnly.end()));
        if (complete.end() != blocks) {
            throw StoreHeader.malformed(
                    input,
                    headerOffset + FINAL,
                    "ends the final table at block " + complete.end() + ", the payload ends at " + blocks);
        }
    }

    List<BlockRange> phases() {
        long second = Math.max(initial.end(), flashOnly.end());
        long third = Math.max(second, complete.end());
        return List.of(
                new BlockRange(0, initial.end()),
                new BlockRange(initial.end(), second - initial.end()),
                new BlockRange(second, third - second));
    }

    private static void checkOrder(FfuInput input, long offset, String name, BlockRange range, long from)
            throws MalformedFileException {
        if (range.count() != 0 && range.index() < from) {
            throw StoreHeader.malformed(
                    input,
                    offset,
                    "begins the " + name + " table at block " + range.index() + ", the one before ends at " + from);
        }
    }

    private static BlockRange range(ByteBuffer fields, int at) {
        return new BlockRange(FfuInput.u4(fields, at), FfuInput.u4(fields, at + 4));
    }
}
