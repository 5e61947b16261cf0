package io.oemingest.core.format.cabinet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Lays out a cabinet field by field, also a wrong one. One folder; members and blocks as they are given. */
final class TestCabinet {
    static final int FOLDER = 36;
    static final int FILES = 44;

    /** A data block as it shall stand in the file. */
    record Block(byte[] packed, int unpacked) {}

    private record Member(byte[] name, int size, int offset, int attributes) {}

    private final List<Member> members = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private int type;
    private int dataReserve;
    private boolean reserveInChecksum;
    private boolean checksums = true;

    /** The first of two members, "a.txt" and "b.bin", which together are stored in one block of 10 bytes. */
    static TestCabinet small() {
        return new TestCabinet().member("a.txt", 4, 0).member("b.bin", 6, 4).block("0123456789".getBytes(), 10);
    }

    TestCabinet type(int value) {
        type = value;
        return this;
    }

    TestCabinet member(String name, int size, int offset) {
        return member(name.getBytes(), size, offset, 0x20);
    }

    TestCabinet member(byte[] name, int size, int offset, int attributes) {
        members.add(new Member(name, size, offset, attributes));
        return this;
    }

    TestCabinet block(byte[] packed, int unpacked) {
        blocks.add(new Block(packed, unpacked));
        return this;
    }

    TestCabinet blocks(List<Block> all) {
        blocks.addAll(all);
        return this;
    }

    TestCabinet withoutChecksums() {
        checksums = false;
        return this;
    }

    /** Gives every data block a reserve area, which the checksums count or do not. */
    TestCabinet dataReserve(int length, boolean inChecksum) {
        dataReserve = length;
        reserveInChecksum = inChecksum;
        return this;
    }

    byte[] build() {
        int reserve = dataReserve > 0 ? 4 : 0;
        int filesOffset = FILES + reserve;
        int dataOffset = filesOffset
                + members.stream().mapToInt(m -> 17 + m.name().length).sum();
        int size = dataOffset
                + blocks.stream()
                        .mapToInt(b -> 8 + dataReserve + b.packed().length)
                        .sum();
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0x4643534D)
                .putInt(0)
                .putInt(size)
                .putInt(0)
                .putInt(filesOffset)
                .putInt(0);
        out.putShort((short) 0x0103).putShort((short) 1).putShort((short) members.size());
        out.putShort((short) (reserve > 0 ? 4 : 0)).putShort((short) 0).putShort((short) 0);
        if (reserve > 0) {
            out.putShort((short) 0).put((byte) 0).put((byte) dataReserve);
        }
        out.putInt(dataOffset).putShort((short) blocks.size()).putShort((short) type);
        for (Member member : members) {
            out.putInt(member.size()).putInt(member.offset()).putShort((short) 0);
            out.putShort((short) 0x4487).putShort((short) 0x7D00).putShort((short) member.attributes());
            out.put(member.name()).put((byte) 0);
        }
        blocks.forEach(block -> put(out, block));
        return out.array();
    }

    private void put(ByteBuffer out, Block block) {
        byte[] reserve = new byte[dataReserve];
        java.util.Arrays.fill(reserve, (byte) 0x5A);
        byte[] counted = ByteBuffer.allocate(4 + (reserveInChecksum ? dataReserve : 0))
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) block.packed().length)
                .putShort((short) block.unpacked())
                .put(reserve, 0, reserveInChecksum ? dataReserve : 0)
                .array();
        out.putInt(checksums ? sum(block.packed()) ^ sum(counted) : 0);
        out.putShort((short) block.packed().length).putShort((short) block.unpacked());
        out.put(reserve).put(block.packed());
    }

    private static int sum(byte[] bytes) {
        return DataChecksum.of(new PackedBytes(bytes, 0, bytes.length));
    }
}
