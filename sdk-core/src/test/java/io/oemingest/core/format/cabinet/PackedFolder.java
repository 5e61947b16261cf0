package io.oemingest.core.format.cabinet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * The packed blocks of one folder without a cabinet, so that a change of their lengths or data reaches the decoder:
 * u2 typeCompress, u1 count, then for each block u2 cbData and u2 cbUncomp, then all data. Lengths beyond the end mean
 * up to the end.
 */
final class PackedFolder {
    private static final int MAX_BLOCKS = 4;

    private PackedFolder() {}

    static byte[] of(int type, List<TestCabinet.Block> blocks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteBuffer lengths =
                little(3 + 4 * blocks.size()).putShort((short) type).put((byte) blocks.size());
        blocks.forEach(each -> lengths.putShort((short) each.packed().length).putShort((short) each.unpacked()));
        out.writeBytes(lengths.array());
        blocks.forEach(each -> out.writeBytes(each.packed()));
        return out.toByteArray();
    }

    /** The cabinet around the blocks, all in one member, without checksums. */
    static byte[] cabinet(byte[] bytes, int method) {
        ByteBuffer in = ByteBuffer.wrap(Arrays.copyOf(bytes, Math.max(bytes.length, 3 + 4 * MAX_BLOCKS)))
                .order(ByteOrder.LITTLE_ENDIAN);
        TestCabinet cabinet =
                new TestCabinet().type(in.getShort() & 0xfff0 | method).withoutChecksums();
        int count = 1 + (in.get() - 1 & MAX_BLOCKS - 1);
        int dataAt = 3 + 4 * count;
        int total = 0;
        for (int i = 0; i < count; i++) {
            in.position(3 + 4 * i);
            int packed = Math.min(in.getShort() & 0xffff, in.limit() - dataAt);
            int unpacked = in.getShort() & 0xffff;
            cabinet.block(Arrays.copyOfRange(in.array(), dataAt, dataAt + packed), unpacked);
            dataAt += packed;
            total += unpacked;
        }
        return cabinet.member("m", total, 0).build();
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
