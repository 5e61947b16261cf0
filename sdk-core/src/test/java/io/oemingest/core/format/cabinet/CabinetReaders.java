package io.oemingest.core.format.cabinet;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.oemingest.core.format.cabinet.LzxTestEncoder.Kind;
import io.oemingest.core.format.cabinet.LzxTestEncoder.Segment;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.testing.hostile.Expect;
import io.oemingest.core.testing.hostile.HostileReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The readers of this package under attack. */
public final class CabinetReaders {
    private static final byte[] TEXT = "a line of text, a line of text, another line of text".getBytes(US_ASCII);
    private static final int MSZIP = 1;
    private static final int LZX = 3;
    private static final int LZX_15 = 0x0F00 | LZX;

    private CabinetReaders() {}

    public static List<HostileReader> all() {
        return List.of(
                new HostileReader("cabinet", CabinetReaders::cabinets, CabinetReaders::readAll),
                new HostileReader("mszip", CabinetReaders::mszipFolders, source -> readPacked(source, MSZIP)),
                new HostileReader("lzx", CabinetReaders::lzxFolders, source -> readPacked(source, LZX)));
    }

    /** A cabinet of stored members without checksums, so that members can be changed in place. */
    public static byte[] stored(Map<String, byte[]> members) {
        TestCabinet cabinet = new TestCabinet().withoutChecksums();
        byte[] all =
                new byte[members.values().stream().mapToInt(each -> each.length).sum()];
        int at = 0;
        for (Map.Entry<String, byte[]> each : members.entrySet()) {
            cabinet.member(each.getKey(), each.getValue().length, at);
            System.arraycopy(each.getValue(), 0, all, at, each.getValue().length);
            at += each.getValue().length;
        }
        for (int from = 0; from < all.length; from += DataBlock.MAX_UNPACKED) {
            byte[] block = Arrays.copyOfRange(all, from, Math.min(all.length, from + DataBlock.MAX_UNPACKED));
            cabinet.block(block, block.length);
        }
        return cabinet.build();
    }

    /** One pass over all members and one reading of each must give the same bytes, as many as were declared. */
    private static void readAll(ByteSource source) throws IOException {
        Cabinet cabinet = Cabinet.read(source, HostileReader.LIMITS);
        Map<String, Digest> digests = new HashMap<>();
        cabinet.forEachMember((member, content) -> {
            byte[] bytes = content.readAllBytes();
            Expect.that(bytes.length == member.size(), "a member has the size it declares");
            digests.put(member.name(), Digest.sha256(bytes));
        });
        Expect.that(digests.size() == cabinet.members().size(), "every member is visited once");
        for (CabinetMember member : cabinet.members().subList(0, Math.min(4, digests.size()))) {
            byte[] bytes = cabinet.readAll(member, HostileReader.LIMITS.maxInMemory());
            Expect.that(Digest.sha256(bytes).equals(digests.get(member.name())), "a member is the same by itself");
        }
        ByteSource signature = cabinet.signatureArea();
        if (signature != null) {
            signature.readAll(HostileReader.LIMITS.maxInMemory());
        }
    }

    private static void readPacked(ByteSource source, int method) throws IOException {
        byte[] bytes = source.readAll(HostileReader.LIMITS.maxInMemory());
        Cabinet cabinet =
                Cabinet.read(ByteSource.of(source.name(), PackedFolder.cabinet(bytes, method)), HostileReader.LIMITS);
        cabinet.forEachMember((member, content) ->
                Expect.that(content.readAllBytes().length == member.size(), "a member has the size it declares"));
    }

    private static List<byte[]> cabinets() {
        return List.of(
                TestCabinet.small().build(),
                TestCabinet.small().withoutChecksums().build(),
                TestCabinet.small().dataReserve(6, true).build(),
                lzx(LzxTestEncoder.encode(TEXT, 15, Kind.ALIGNED)),
                new TestCabinet()
                        .type(MSZIP)
                        .member("text", 2 * TEXT.length, 0)
                        .blocks(mszip(TEXT, TEXT))
                        .withoutChecksums()
                        .build());
    }

    private static byte[] lzx(List<TestCabinet.Block> blocks) {
        return new TestCabinet()
                .type(LZX_15)
                .member("text", TEXT.length, 0)
                .blocks(blocks)
                .withoutChecksums()
                .build();
    }

    private static List<byte[]> mszipFolders() {
        byte[] long1 = repeated(DataBlock.MAX_UNPACKED);
        return Stream.of(mszip(TEXT), mszip(TEXT, TEXT), mszip(long1, TEXT), mszip(new byte[9]))
                .map(blocks -> PackedFolder.of(MSZIP, blocks))
                .toList();
    }

    private static List<byte[]> lzxFolders() {
        byte[] calls = TEXT.clone();
        calls[9] = (byte) 0xE8;
        byte[] two = repeated(DataBlock.MAX_UNPACKED + 60);
        List<Segment> mixed = List.of(
                new Segment(Kind.VERBATIM, 20), new Segment(Kind.UNCOMPRESSED, 7), new Segment(Kind.ALIGNED, 25));
        return Stream.of(
                        LzxTestEncoder.encode(TEXT, 15, Kind.VERBATIM),
                        LzxTestEncoder.encode(TEXT, 15, Kind.ALIGNED),
                        LzxTestEncoder.encode(TEXT, 15, Kind.UNCOMPRESSED),
                        LzxTestEncoder.encode(calls, 15, 1000, mixed),
                        LzxTestEncoder.encode(two, 15, Kind.VERBATIM))
                .map(blocks -> PackedFolder.of(LZX_15, blocks))
                .toList();
    }

    private static byte[] repeated(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = TEXT[i % TEXT.length];
        }
        return bytes;
    }

    private static List<TestCabinet.Block> mszip(byte[]... blocks) {
        byte[] packed = new byte[DataBlock.MAX_PACKED];
        MsZipEncoder encoder = new MsZipEncoder();
        List<TestCabinet.Block> all = Arrays.stream(blocks)
                .map(each -> new TestCabinet.Block(
                        Arrays.copyOf(packed, encoder.encode(each, each.length, packed)), each.length))
                .toList();
        encoder.close();
        return all;
    }
}
