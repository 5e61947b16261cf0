package io.oemingest.core.format.ffu;

import io.oemingest.core.format.ffu.DiskPlan.Block;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Encodes the header and the descriptors of one store, padded to a block. */
final class StoreWriter {
    private final FfuVariant variant;
    private final List<PlatformId> platformIds;
    private final int blockSize;

    StoreWriter(FfuVariant variant, List<PlatformId> platformIds, int blockSize) {
        this.variant = variant;
        this.platformIds = platformIds;
        this.blockSize = blockSize;
    }

    /** Store {@code index} of {@code count}, counted from 1. */
    byte[] encoded(DiskPlan plan, int index, int count) {
        int descriptors = descriptorsLength(plan);
        byte[] path = plan.disk().devicePath().getBytes(StandardCharsets.UTF_16LE);
        boolean several = variant == FfuVariant.V2;
        int length = StoreHeader.LENGTH + (several ? StorePlace.FIXED_LENGTH + path.length : 0) + descriptors;
        ByteBuffer store =
                ByteBuffer.allocate((int) FfuInput.align(length, blockSize)).order(ByteOrder.LITTLE_ENDIAN);
        putHeader(store, plan, descriptors);
        if (several) {
            store.putShort((short) count).putShort((short) index);
            store.putLong((long) plan.blocks().size() * blockSize);
            store.putShort((short) (path.length / 2)).put(path);
        }
        plan.blocks().forEach(block -> putDescriptor(store, block));
        return store.array();
    }

    private void putHeader(ByteBuffer store, DiskPlan plan, int descriptors) {
        store.putInt(0).putShort((short) variant.major()).putShort((short) 0);
        store.putShort((short) variant.fullFlashMajor()).putShort((short) 0);
        store.put(PlatformIds.encoded(platformIds)).putInt(blockSize);
        store.putInt(plan.blocks().size()).putInt(descriptors);
        // A whole image has nothing to compare the disk with first.
        store.putInt(0).putInt(0);
        putRange(store, plan.tables().initial());
        putRange(store, plan.tables().flashOnly());
        putRange(store, plan.tables().complete());
    }

    private static int descriptorsLength(DiskPlan plan) {
        return plan.blocks().stream()
                .mapToInt(block -> 8 + 8 * block.locations().size())
                .reduce(0, Math::addExact);
    }

    private static void putRange(ByteBuffer store, BlockRange range) {
        store.putInt((int) range.index()).putInt((int) range.count());
    }

    private static void putDescriptor(ByteBuffer store, Block block) {
        store.putInt(block.locations().size()).putInt(1);
        for (BlockLocation location : block.locations()) {
            store.putInt(location.fromEnd() ? DescriptorReader.FROM_END : DescriptorReader.FROM_BEGIN);
            store.putInt((int) location.blockIndex());
        }
    }
}
