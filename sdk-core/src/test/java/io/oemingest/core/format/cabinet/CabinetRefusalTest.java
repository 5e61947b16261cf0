package io.oemingest.core.format.cabinet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cabinets with exactly one thing wrong. The small one has its files at 44 and 66, its block at 88, and 106 bytes. */
class CabinetRefusalTest {
    private static final int FILE_0 = 44;
    private static final int FILE_1 = 66;
    private static final int BLOCK = 88;

    @Test
    void readsTheSmallCabinetThatTheOthersAreMadeFrom() throws IOException {
        Cabinet cabinet = read(TestCabinet.small().build());
        assertThat(cabinet.members()).extracting(CabinetMember::name).containsExactly("a.txt", "b.bin");
        assertThat(cabinet.readAll(cabinet.members().get(1), 6)).asString().isEqualTo("456789");
        assertThat(cabinet.cabinetSize()).isEqualTo(106);
        assertThat(cabinet.signatureArea()).isNull();
    }

    @Test
    void refusesWhatIsNoCabinet() throws IOException {
        assertRefused(new byte[0], "a.cab (header) at offset 0: needs 36 bytes, the file ends at 0 (truncated?)");
        assertRefused(new byte[36], "a.cab (header) at offset 0: does not begin with MSCF, so the file is no cabinet");
        assertThat(Cabinet.isCabinet(ByteSource.of("a", new byte[100]))).isFalse();
        assertThat(Cabinet.isCabinet(ByteSource.of("a", "MSCF".getBytes()))).isFalse();
        assertThat(Cabinet.isCabinet(ByteSource.of("a", TestCabinet.small().build())))
                .isTrue();
    }

    @Test
    void refusesHeaderFieldsThatOneCabinetAloneCannotHave() {
        assertRefused(b -> b.putInt(4, 1), "(header) at offset 4: has a reserved field that is not zero");
        assertRefused(b -> b.putInt(12, 1), "(header) at offset 12: has a reserved field that is not zero");
        assertRefused(b -> b.putInt(20, 1), "(header) at offset 20: has a reserved field that is not zero");
        assertRefused(b -> b.put(25, (byte) 2), "(header) at offset 24: has cabinet version 2.3, only 1.3 is known");
        String set = "(header) at offset 30: belongs to a set of several cabinets, which is not supported";
        assertRefused(b -> b.put(30, (byte) 1), set);
        assertRefused(b -> b.put(30, (byte) 2), set);
        assertRefused(b -> b.put(34, (byte) 1), set);
        assertRefused(b -> b.put(30, (byte) 8), "(header) at offset 30: has unknown flags 0x8");
        assertRefused(b -> b.putShort(26, (short) 0), "(header) at offset 26: has 0 folders and 2 files");
        assertRefused(b -> b.putShort(28, (short) 0), "(header) at offset 26: has 1 folders and 0 files");
    }

    @Test
    void refusesSizesThatLie() {
        assertRefused(
                b -> b.putInt(8, 107), "(header) at offset 8: says that the cabinet has 107 bytes, the file has 106");
        assertRefused(b -> b.putInt(8, 105), "(header) at offset 8: the cabinet ends at 105, the file has 106 bytes");
        assertRefused(
                b -> b.putInt(16, 43),
                "(header) at offset 16: puts the file table at 43, it must lie between the end of the folder table at"
                        + " 44 and the end of the cabinet at 106");
        assertRefused(
                b -> b.putInt(16, -1),
                "(header) at offset 16: puts the file table at 4294967295, it must lie between the end of the folder"
                        + " table at 44 and the end of the cabinet at 106");
    }

    @Test
    void refusesBytesBehindTheCabinet() {
        byte[] longer = Arrays.copyOf(TestCabinet.small().build(), 107);
        assertRefused(longer, "a.cab (header) at offset 8: the cabinet ends at 106, the file has 107 bytes");
    }

    @Test
    void refusesFoldersThatCannotBe() {
        assertRefused(b -> b.putInt(36, 107), "(folder 0) at offset 36: has data at 107, the cabinet ends at 106");
        assertRefused(
                b -> b.putInt(36, 50),
                "(folder 0, data block 0) at offset 50: needs 17551 bytes, the cabinet ends at 106");
        assertRefused(
                b -> b.putShort(40, (short) 2),
                "(folder 0, data block 1) at offset 106: needs 8 bytes, the file ends at 106 (truncated?)");
        assertRefused(
                b -> b.putShort(42, (short) 0x1202),
                "(folder 0) at offset 42: is packed with Quantum, which is not supported");
        assertRefused(b -> b.putShort(42, (short) 4), "(folder 0) at offset 42: has the unknown packing method 0x4");
        assertRefused(
                b -> b.putShort(42, (short) 0x0E03),
                "(folder 0) at offset 42: has an LZX window of 2^14, 2^15 to 2^21 exist");
        assertRefused(
                b -> b.putShort(42, (short) 0x1603),
                "(folder 0) at offset 42: has an LZX window of 2^22, 2^15 to 2^21 exist");
    }

    @Test
    void refusesDataBlocksThatCannotBe() {
        String place = "(folder 0, data block 0) at offset 88: ";
        assertRefused(b -> b.putShort(BLOCK + 4, (short) 11), place + "needs 19 bytes, the cabinet ends at 106");
        assertRefused(
                b -> b.putShort(BLOCK + 6, (short) 0), place + "continues in another cabinet, which is not supported");
        assertRefused(b -> b.putShort(BLOCK + 6, (short) 11), place + "is stored, yet says that 10 bytes become 11");
        assertRefused(
                b -> b.putShort(BLOCK + 6, (short) 0x8001),
                place + "says that 10 bytes become 32769, at most 38912 may become at most 32768");
        assertRefused(
                b -> b.putShort(BLOCK + 4, (short) 0),
                place + "says that 0 bytes become 10, at most 38912 may become at most 32768");
    }

    @Test
    void refusesShortLzxBlocksBeforeTheLast() {
        byte[] bytes = new TestCabinet()
                .type(0x0F03)
                .member("a", 20, 0)
                .block(new byte[4], 10)
                .block(new byte[4], 10)
                .build();
        assertRefused(
                bytes,
                "a.cab (folder 0, data block 0) at offset 62: has 10 bytes, only the last LZX block may have less than"
                        + " 32768");
    }

    @Test
    void refusesFilesThatDoNotFitTheirFolder() {
        assertRefused(
                b -> b.putInt(FILE_1, 7),
                "(file 1) at offset 66: 'b.bin' takes 7 bytes from 4, its folder unpacks to 10");
        assertRefused(
                b -> b.putInt(FILE_1 + 4, -1),
                "(file 1) at offset 66: 'b.bin' takes 6 bytes from 4294967295, its folder unpacks to 10");
        assertRefused(b -> b.putInt(FILE_1 + 4, 3), "(folder 0): holds 'a.txt' and 'b.bin' in overlapping places");
        assertRefused(b -> b.putShort(FILE_0 + 8, (short) 1), "(file 0) at offset 44: 'a.txt' lies in folder 1 of 1");
        for (int continued : new int[] {0xFFFD, 0xFFFE, 0xFFFF}) {
            assertRefused(
                    b -> b.putShort(FILE_0 + 8, (short) continued),
                    "(file 0) at offset 44: 'a.txt' is spread over several cabinets, which is not supported");
        }
    }

    @Test
    void refusesAFileTableThatRunsIntoTheData() {
        assertRefused(
                b -> b.putShort(28, (short) 3),
                "(file 2) at offset 88: has a name without an end, or longer than 255 bytes");
        assertRefused(
                b -> b.put(BLOCK - 1, (byte) 'x').put(BLOCK, (byte) 0),
                "(folder 0) at offset 88: has data inside the tables, which end at 89");
    }

    @Test
    void refusesFoldersThatShareData() {
        byte[] small = TestCabinet.small().build();
        byte[] two = new byte[small.length + 8];
        System.arraycopy(small, 0, two, 0, 44);
        System.arraycopy(small, 36, two, 44, small.length - 36);
        ByteBuffer fields = ByteBuffer.wrap(two).order(ByteOrder.LITTLE_ENDIAN);
        fields.putInt(8, two.length).putInt(16, 52).putShort(26, (short) 2);
        fields.putInt(36, 96).putInt(44, 96);
        assertRefused(two, "a.cab (folder 1) at offset 96: overlaps another folder's data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a", "a/../b", "/a", "\\a", "C:\\a", "a:b", "a//b", ".", "a\\", "a/./b"})
    void refusesNamesThatLeadElsewhere(String name) {
        byte[] bytes =
                new TestCabinet().member(name, 1, 0).block(new byte[1], 1).build();
        assertThatThrownBy(() -> read(bytes))
                .isExactlyInstanceOf(MalformedFileException.class)
                .hasMessageStartingWith("a.cab (file 0) at offset 44: has the name '" + name + "', which ");
    }

    @Test
    void refusesNamesThatAreNoText() {
        assertNameRefused(new byte[0], 0x20, "has the name '', which is empty");
        assertNameRefused("a\tb".getBytes(), 0x20, "has the name 'a?b', which has a control character");
        assertNameRefused(new byte[] {'a', (byte) 0xC3}, 0xA0, "has a name that is not UTF-8");
        assertNameRefused(
                new byte[] {'a', (byte) 0xC2, (byte) 0x85}, 0xA0, "has the name 'a?', which has a control character");
        assertNameRefused(new byte[] {'a', (byte) 0x81}, 0x20, "has a name that is not text");
        assertNameRefused(new byte[256], 0x20, "has the name '', which is empty");
        byte[] tooLong = new byte[256];
        Arrays.fill(tooLong, (byte) 'n');
        assertNameRefused(tooLong, 0x20, "has a name without an end, or longer than 255 bytes");
    }

    @Test
    void readsNamesInUtf8OrTheOldCodePage() throws IOException {
        byte[] bytes = new TestCabinet()
                .member("é.txt".getBytes(StandardCharsets.UTF_8), 1, 0, 0xA0)
                .member("ü.txt".getBytes(StandardCharsets.ISO_8859_1), 1, 1, 0x20)
                .block(new byte[2], 2)
                .build();
        assertThat(read(bytes).members()).extracting(CabinetMember::name).containsExactly("é.txt", "ü.txt");
        assertThat(read(bytes).members()).extracting(CabinetMember::attributes).containsExactly(0x20, 0x20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dir\\a.txt", "DIR/A.TXT"})
    void refusesTheSameNameTwice(String second) {
        byte[] bytes = new TestCabinet()
                .member("dir\\A.txt", 1, 0)
                .member(second, 1, 1)
                .block(new byte[2], 2)
                .build();
        assertRefused(bytes, "a.cab (file 1) at offset 70: repeats the name '" + second + "' (case does not count)");
    }

    @Test
    void refusesMoreThanTheLimitsAllow() {
        byte[] small = TestCabinet.small().build();
        assertThatThrownBy(() -> read(small, FormatLimits.defaults().withMaxMembers(1)))
                .isExactlyInstanceOf(MalformedFileException.class)
                .hasMessage("a.cab (header) at offset 28: has 2 files, more than the 1 allowed");
        assertThatThrownBy(() -> read(small, FormatLimits.defaults().withMaxExpanded(9)))
                .isExactlyInstanceOf(MalformedFileException.class)
                .hasMessage("a.cab (folder 0, data block 0) at offset 88: makes the cabinet unpack to more than the 9"
                        + " bytes allowed");
        assertThatThrownBy(() -> read(small, FormatLimits.defaults().withMaxInMemory(43)))
                .isExactlyInstanceOf(MalformedFileException.class)
                .hasMessage("a.cab (file table) at offset 44: has more than the 43 bytes allowed in memory");
        assertThatThrownBy(() -> read(small).readAll(read(small).members().get(1), 5))
                .isExactlyInstanceOf(MalformedFileException.class)
                .hasMessage("a.cab (b.bin): has 6 bytes, more than the 5 allowed in memory");
    }

    @Test
    void refusesDataThatDoesNotMatchItsChecksum() {
        byte[] bytes = TestCabinet.small().build();
        bytes[BLOCK + 8] ^= 1;
        assertContentRefused(bytes, "a.cab (folder 0, data block 0) at offset 88: does not match its checksum");
    }

    @Test
    void acceptsDataWithoutChecksum() throws IOException {
        Cabinet cabinet = read(TestCabinet.small().withoutChecksums().build());
        assertThat(cabinet.readAll(cabinet.find("a.txt"), 4)).asString().isEqualTo("0123");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsDataBlocksWithReserveAreas(boolean inChecksum) throws IOException {
        Cabinet cabinet = read(TestCabinet.small().dataReserve(6, inChecksum).build());
        assertThat(cabinet.readAll(cabinet.find("a.txt"), 4)).asString().isEqualTo("0123");
        byte[] wrong = TestCabinet.small().dataReserve(6, inChecksum).build();
        wrong[wrong.length - 1] ^= 1;
        assertContentRefused(wrong, "a.cab (folder 0, data block 0) at offset 92: does not match its checksum");
    }

    @Test
    void refusesMszipDataThatIsWrong() {
        String place = "a.cab (folder 0, data block 0) at offset 62: ";
        // A stored deflate block of the three bytes abc.
        byte[] good = {'C', 'K', 1, 3, 0, -4, -1, 'a', 'b', 'c'};
        assertContentRefused(
                mszip(new byte[] {'C', 'X', 3, 0}, 3), place + "does not begin with CK as MSZIP data does");
        assertContentRefused(mszip(new byte[] {'C'}, 3), place + "does not begin with CK as MSZIP data does");
        assertContentRefused(mszip(good, 2), place + "unpacks to more than 2 bytes");
        assertContentRefused(mszip(good, 4), place + "unpacks to 3 of 4 bytes");
        assertContentRefused(mszip(Arrays.copyOf(good, 9), 3), place + "unpacks to 2 of 3 bytes");
        assertContentRefused(mszip(Arrays.copyOf(good, 12), 3), place + "has 2 bytes behind its MSZIP data");
        byte[] notLast = good.clone();
        notLast[2] = 0;
        assertContentRefused(mszip(notLast, 3), place + "has MSZIP data without an end");
        byte[] noMethod = good.clone();
        noMethod[2] = 7;
        assertContentRefused(mszip(noMethod, 3), place + "has MSZIP data that cannot be inflated");
    }

    @Test
    void refusesToOpenAMemberOfAnotherCabinet() throws IOException {
        Cabinet cabinet = read(TestCabinet.small().build());
        CabinetMember foreign = new CabinetMember("a.txt", 5, 0, 0, null, 0);
        assertThatThrownBy(() -> cabinet.open(foreign))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'a.txt' is no member of a.cab");
    }

    private static byte[] mszip(byte[] packed, int unpacked) {
        return new TestCabinet()
                .type(1)
                .member("a", 1, 0)
                .block(packed, unpacked)
                .build();
    }

    private static void assertNameRefused(byte[] name, int attributes, String problem) {
        byte[] bytes = new TestCabinet()
                .member(name, 1, 0, attributes)
                .block(new byte[1], 1)
                .build();
        assertRefused(bytes, "a.cab (file 0) at offset 44: " + problem);
    }

    private static void assertRefused(Consumer<ByteBuffer> change, String message) {
        byte[] bytes = TestCabinet.small().build();
        change.accept(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        assertRefused(bytes, "a.cab " + message);
    }

    private static void assertRefused(byte[] bytes, String message) {
        assertThatThrownBy(() -> read(bytes))
                .isExactlyInstanceOf(MalformedFileException.class)
                .hasMessage(message);
    }

    private static void assertContentRefused(byte[] bytes, String message) {
        assertThatThrownBy(() -> read(bytes).forEachMember((member, content) -> content.readAllBytes()))
                .isExactlyInstanceOf(MalformedFileException.class)
                .hasMessage(message);
    }

    private static Cabinet read(byte[] bytes) throws IOException {
        return read(bytes, FormatLimits.defaults());
    }

    private static Cabinet read(byte[] bytes, FormatLimits limits) throws IOException {
        return Cabinet.read(ByteSource.of("a.cab", bytes), limits);
    }
}
