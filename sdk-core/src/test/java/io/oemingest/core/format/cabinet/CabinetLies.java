package io.oemingest.core.format.cabinet;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.oemingest.core.testing.hostile.Lie;
import io.oemingest.core.testing.hostile.Lies;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cabinets that lie, among them one of each kind that other readers once fell for: no or endless names, codes that do not
 * add up, a few bytes that claim gigabytes, more members than anybody has, folders in one another's data.
 */
public final class CabinetLies {
    private static final byte[] TEXT = "a line of text, a line of text".getBytes(US_ASCII);
    private static final int FILE_1 = 66;
    private static final int BLOCK = 88;

    private CabinetLies() {}

    public static List<Lie> all() {
        List<Lie> all = new ArrayList<>(fields());
        all.addAll(packed("MSZIP", 1, new byte[] {'C', 'K', 1, 3, 0, -4, -1, 'a', 'b', 'c'}, 3));
        all.addAll(packed(
                "LZX",
                0x0F03,
                LzxTestEncoder.encode(TEXT, 15, LzxTestEncoder.Kind.VERBATIM)
                        .get(0)
                        .packed(),
                TEXT.length));
        all.addAll(wholes());
        return all;
    }

    private static List<Lie> fields() {
        return Lies.about("cabinet", TestCabinet.small().withoutChecksums().build())
                .field("cbCabinet", 8, 4)
                .field("coffFiles", 16, 4)
                .field("cFolders", 26, 2)
                .field("cFiles", 28, 2)
                .field("flags", 30, 2)
                .field("iCabinet", 34, 2)
                .field("folder coffCabStart", 36, 4)
                .field("folder cCFData", 40, 2)
                .field("folder typeCompress", 42, 2)
                .field("file cbFile", FILE_1, 4)
                .field("file uoffFolderStart", FILE_1 + 4, 4)
                .field("file iFolder", FILE_1 + 8, 2)
                .field("data csum", BLOCK, 4)
                .field("data cbData", BLOCK + 4, 2)
                .field("data cbUncomp", BLOCK + 6, 2)
                .all();
    }

    private static List<Lie> packed(String method, int type, byte[] packed, int unpacked) {
        byte[] good = new TestCabinet()
                .type(type)
                .member("m", unpacked, 0)
                .block(packed, unpacked)
                .withoutChecksums()
                .build();
        int block = TestCabinet.FILES + 18;
        return Lies.about("cabinet", good)
                .field(method + " cbFile", TestCabinet.FILES, 4)
                .field(method + " cbData", block + 4, 2)
                .field(method + " cbUncomp", block + 6, 2)
                .whole(method + " data of zeros", () -> filled(good, block + 8, 0))
                .whole(method + " data of ones", () -> filled(good, block + 8, 0xff))
                .whole(method + " data cut off", () -> packedCut(good, block))
                .all();
    }

    private static List<Lie> wholes() {
        byte[] tooLong = new byte[300];
        Arrays.fill(tooLong, (byte) 'n');
        return Lies.about("cabinet", new byte[0])
                .whole("a member without a name", () -> named(new byte[0]))
                .whole("a name of 300 bytes", () -> named(tooLong))
                .whole("a name that climbs out", () -> named("..\\..\\x".getBytes(US_ASCII)))
                .whole("65535 folders in 100 bytes", () -> header(65_535, 1))
                .whole("65535 members in 100 bytes", () -> header(1, 65_535))
                .whole("65535 members of nothing", CabinetLies::manyMembers)
                .whole("a member of 4 GiB in a folder of 10 bytes", () -> member(-1, 0))
                .whole("a member that begins at 4 GiB", () -> member(1, -1))
                .whole("blocks that unpack to more than allowed", CabinetLies::bomb)
                .whole(
                        "two members in the same place",
                        () -> new TestCabinet()
                                .member("a", 5, 0)
                                .member("b", 5, 4)
                                .block(new byte[9], 9)
                                .build())
                .whole(
                        "members in the wrong order",
                        () -> new TestCabinet()
                                .member("a", 5, 5)
                                .member("b", 5, 0)
                                .block(new byte[10], 10)
                                .build())
                .all();
    }

    private static byte[] named(byte[] name) {
        return new TestCabinet().member(name, 1, 0, 0x20).block(new byte[1], 1).build();
    }

    private static byte[] member(int size, int offset) {
        return new TestCabinet()
                .member("m", size, offset)
                .block(new byte[10], 10)
                .build();
    }

    private static byte[] header(int folders, int files) {
        byte[] bytes = Arrays.copyOf(TestCabinet.small().build(), 100);
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(8, 100)
                .putShort(26, (short) folders)
                .putShort(28, (short) files);
        return bytes;
    }

    private static byte[] manyMembers() {
        TestCabinet cabinet = new TestCabinet();
        for (int i = 0; i < 65_535; i++) {
            cabinet.member(Integer.toString(i, 36), 0, 0);
        }
        return cabinet.block(new byte[1], 1).build();
    }

    /** Forty blocks of 32 KiB, each packed to a few bytes. */
    private static byte[] bomb() {
        byte[] zeros = new byte[DataBlock.MAX_UNPACKED];
        byte[] packed = new byte[DataBlock.MAX_PACKED];
        MsZipEncoder encoder = new MsZipEncoder();
        byte[] block = Arrays.copyOf(packed, encoder.encode(zeros, zeros.length, packed));
        encoder.close();
        TestCabinet cabinet = new TestCabinet().type(1).withoutChecksums().member("m", 40 * zeros.length, 0);
        for (int i = 0; i < 40; i++) {
            cabinet.block(block, zeros.length);
        }
        return cabinet.build();
    }

    private static byte[] filled(byte[] good, int from, int value) {
        byte[] bytes = good.clone();
        Arrays.fill(bytes, from, bytes.length, (byte) value);
        return bytes;
    }

    /** One byte less of packed data, and sizes that say so. */
    private static byte[] packedCut(byte[] good, int block) {
        byte[] bytes = Arrays.copyOf(good, good.length - 1);
        ByteBuffer fields = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        fields.putInt(8, bytes.length).putShort(block + 4, (short) (fields.getShort(block + 4) - 1));
        return bytes;
    }
}
