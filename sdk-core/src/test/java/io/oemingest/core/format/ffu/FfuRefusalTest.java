package io.oemingest.core.format.ffu;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Images with exactly one thing wrong: image header at 1024, store at 2048, payload at 3072, 6144 bytes in all. */
class FfuRefusalTest {
    private static final int IMAGE = 1024;
    private static final int STORE = 2048;
    private static final int DESCRIPTORS = STORE + 248;

    @Test
    void refusesSecurityHeadersThatNoFlasherTakes() {
        String at = "a.ffu (security header) at offset ";
        refused(
                b -> b.put(4, (byte) 's'),
                at + "4: does not have the signature 'SignedImage ', so the file is no FFU image; flashing error 16");
        refused(b -> b.putInt(0, 36), at + "0: says that it has 36 bytes, only 32 are known; flashing error 16");
        refused(b -> b.putInt(16, 0), at + "16: has chunks of 0 KiB, allowed are 1 to 16384; flashing error 16");
        refused(
                b -> b.putInt(16, -1),
                at + "16: has chunks of 4294967295 KiB, allowed are 1 to 16384; flashing error 16");
        refused(
                b -> b.putInt(20, 0x8004),
                at + "20: has hash algorithm 0x8004, only 0x800c is known; flashing error 16");
        refused(
                b -> b.putInt(28, 0),
                at + "28: has a hash table of 0 bytes, which is no number of SHA-256 hashes; flashing error 16");
        refused(
                b -> b.putInt(28, 33),
                at + "28: has a hash table of 33 bytes, which is no number of SHA-256 hashes; flashing error 16");
        refused(
                b -> b.putInt(24, -1),
                "a.ffu (catalog) at offset 32: needs 4294967295 bytes, the file ends at 6144 (truncated?); flashing error 24");
        refused(
                b -> b.putInt(28, 8192),
                "a.ffu (hash table) at offset 338: needs 8192 bytes, the file ends at 6144 (truncated?); flashing error 16");
        refused(
                b -> b.putInt(28, 64),
                "a.ffu (hash table) at offset 338: has 2 hashes, needed are 2 for the headers and 3 for the blocks; flashing error 23");
        refused(
                Arrays.copyOf(TestFfu.v1().build(), 600),
                "a.ffu (security padding) at offset 498: needs 526 bytes, the file ends at 600 (truncated?); flashing error 17");
        refused(new byte[5], at + "0: needs 32 bytes, the file ends at 5 (truncated?); flashing error 15");
    }

    @Test
    void refusesImageHeadersThatNoFlasherTakes() {
        String at = "a.ffu (image header) at offset ";
        refused(
                b -> b.put(IMAGE + 4, (byte) 'i'),
                at + "1028: does not have the signature 'ImageFlash  '; flashing error 18");
        refused(
                b -> b.putInt(IMAGE, 20),
                at + "1024: says that it has 20 bytes, known are 24 and 28; flashing error 18");
        refused(
                b -> b.putInt(IMAGE + 16, 0),
                at + "1040: has a manifest of 0 bytes, allowed are 1 to 1048576; flashing error 18");
        refused(
                b -> b.putInt(IMAGE + 16, -1),
                at + "1040: has a manifest of 4294967295 bytes, allowed are 1 to 1048576; flashing error 18");
        refused(
                b -> b.putInt(IMAGE + 16, 8192),
                "a.ffu (manifest) at offset 1048: needs 8192 bytes, the file ends at 6144 (truncated?); flashing error 18");
        refused(
                b -> b.putInt(IMAGE + 20, 2),
                at + "1044: has chunks of 2 KiB, the security header of 1; flashing error 18");
    }

    @Test
    void refusesDeviceTargetsThatAreNotThere() {
        byte[] image = TestFfu.v1().targets(1).build();
        int first = IMAGE
                + 28
                + ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN).getInt(IMAGE + 16);
        int texts = first + 28;
        refused(
                set(image, IMAGE + 24, -1),
                "a.ffu (image header) at offset 1048: has 4294967295 device targets, more than the 65535 allowed;"
                        + " flashing error 18");
        refused(
                set(image, first, -1),
                "a.ffu (device targets) at offset " + texts
                        + ": has a text of 4294967295 bytes, all targets together have at most 1048576; flashing error 18");
        refused(
                set(image, first, 100_000),
                "a.ffu (device targets) at offset " + texts + ": needs 100000 bytes, the file ends at " + image.length
                        + " (truncated?); flashing error 18");
        refused(
                Arrays.copyOf(image, first + 10),
                "a.ffu (device targets) at offset " + first + ": needs 28 bytes, the file ends at " + (first + 10)
                        + " (truncated?); flashing error 18");
    }

    @Test
    void refusesStoreHeadersThatNoFlasherTakes() {
        String at = "a.ffu (store header) at offset ";
        String versions = ", known are 1.0 of 2.0, 1.0 of 3.0 and 2.0 of 2.0; flashing error 8";
        refused(
                b -> b.putInt(STORE, 2),
                at + "2048: has update type 2, known are 0 for full and 1 for partial; flashing error 8");
        refused(b -> b.putShort(STORE + 4, (short) 3), at + "2052: has version 3.0 of full flash 2.0" + versions);
        refused(b -> b.putShort(STORE + 6, (short) 1), at + "2052: has version 1.1 of full flash 2.0" + versions);
        refused(b -> b.putShort(STORE + 8, (short) 4), at + "2052: has version 1.0 of full flash 4.0" + versions);
        refused(b -> b.putShort(STORE + 10, (short) 1), at + "2052: has version 1.0 of full flash 2.1" + versions);
        refused(
                b -> b.putInt(STORE + 204, 2048),
                at + "2252: has blocks of 2048 bytes, they must be as large as a chunk, 1024; flashing error 8");
        refused(
                b -> b.putInt(STORE + 224, 1),
                at + "2272: begins the initial table at block 1 instead of 0; flashing error 8");
        refused(
                b -> b.putInt(STORE + 232, 0),
                at + "2280: begins the flash-only table at block 0, the one before ends at 1; flashing error 8");
        refused(
                b -> b.putInt(STORE + 240, 1),
                at + "2288: begins the final table at block 1, the one before ends at 2; flashing error 8");
        refused(
                b -> b.putInt(STORE + 244, 2),
                at + "2288: ends the final table at block 4, the payload ends at 3; flashing error 8");
        refused(
                set(TestFfu.packed(3).build(), STORE + 248, 5),
                at + "2296: has compression algorithm 5, known are 0 to 4; flashing error 8");
    }

    @Test
    void refusesStoresThatAreNotTheirOwnSet() {
        byte[] image = TestFfu.v2(2).build();
        String at = "a.ffu (store header) at offset ";
        ByteBuffer fields = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
        int second = secondStore(fields);
        int first = second - 1024;
        refused(
                set(image, first + 248, 0x0001_0000),
                at + (first + 248) + ": has 0 stores, allowed are 1 to 128; flashing error 8");
        refused(
                set(image, first + 248, 0x0002_0002),
                at + (first + 248) + ": is store 2 of 2, expected 1 of 2; flashing error 8");
        refused(
                set(image, first + 248, 0x0001_0081),
                at + (first + 248) + ": has 129 stores, allowed are 1 to 128; flashing error 8");
        refused(
                set(image, first + 248, 0x0001_0003),
                at + (second + 248) + ": is store 2 of 2, expected 2 of 3; flashing error 8");
        refused(
                set(image, first + 260, 0x0056_ffff),
                at + (first + 260) + ": has a device path of 65535 characters, allowed are 1024; flashing error 8");
        refused(
                set(image, second + 248, 0x0002_0003),
                at + (second + 248) + ": is store 2 of 3, expected 2 of 2; flashing error 8");
        refused(
                set(image, first + 256, -1),
                at + (first + 252) + ": has a payload of more than 2^63 bytes; flashing error 8");
        refused(
                set(image, first + 252, 99),
                at + (first + 252) + ": has a payload of 99 bytes, its descriptors write 3072; flashing error 8");
        refused(
                set(image, second + 4, 1),
                at + (second + 4) + ": has another version than the first store; flashing error 8");
    }

    @Test
    void refusesPlatformIdsThatDoNotFit() {
        String at = "a.ffu (platform ids) at offset ";
        refused(
                b -> b.put(STORE + 12, (byte) 'c'),
                at + "2060: has [contoso.Demo.D100, *], the manifest has [Contoso.Demo.D100, *]; flashing error 22");
        refused(
                b -> b.put(STORE + 12, (byte) '.'),
                at + "2060: has an id not of the form Manufacturer.Family.ProductName[.Version]; flashing error 22");
        refused(
                b -> b.put(STORE + 203, (byte) 'x'),
                at + "2251: has a byte that is not zero behind the last id; flashing error 22");
        String most = "Contoso.Demo." + "x".repeat(178);
        refused(
                b -> b.position(STORE + 12).put(most.getBytes()),
                at + "2060: needs 192 bytes with a NUL for each id, there are 191; flashing error 22");
    }

    @Test
    void refusesDescriptorsThatAreNotWhatTheHeaderSays() {
        String at = "a.ffu (write descriptors) at offset ";
        refused(b -> b.putInt(DESCRIPTORS, 0), at + "2296: has 0 locations, allowed are 1 to 65535; flashing error 28");
        refused(
                b -> b.putInt(DESCRIPTORS, -1),
                at + "2296: has 4294967295 locations, allowed are 1 to 65535; flashing error 28");
        refused(b -> b.putInt(DESCRIPTORS + 4, 0), at + "2300: writes no block; flashing error 28");
        refused(
                b -> b.putInt(DESCRIPTORS + 4, -1),
                at + "2300: writes 4294967295 blocks, a hash table has room for 134217727; flashing error 28");
        refused(
                b -> b.putInt(DESCRIPTORS + 8, 1),
                at + "2304: has access method 1, known are 0 and 2; flashing error 28");
        refused(
                b -> b.putInt(STORE + 208, 2),
                at + "2336: ends here after 2 descriptors, the header says 16 bytes later; flashing error 28");
        refused(
                b -> b.putInt(STORE + 208, 4),
                at + "2352: needs 8 bytes, the descriptors end at 2352; flashing error 28");
        refused(
                b -> b.putInt(STORE + 212, -1),
                at + "2296: needs 4294967295 bytes, the file ends at 6144 (truncated?); flashing error 28");
        refused(
                set(TestFfu.packed(0).build(), DESCRIPTORS + 4 + 8, 7),
                at + "2308: has 7 bytes that are not packed for 1 blocks; flashing error 28");
    }

    @Test
    void refusesValidationEntriesThatAreNotWhatTheHeaderSays() {
        byte[] image = TestFfu.v1().validations(2).build();
        String at = "a.ffu (validation entries) at offset ";
        refused(
                set(image, STORE + 216, 70_000),
                at + "2296: has 70000 entries, more than the 65535 allowed; flashing error 8");
        refused(
                set(image, STORE + 216, 1),
                at + "2313: ends here after 1 entries, the header says at 2330; flashing error 8");
        refused(
                set(image, DESCRIPTORS + 8, 100),
                at + "2296: has an entry that ends at 2408, the entries end at 2330; flashing error 8");
    }

    @Test
    void refusesFilesThatAreLongerOrShorterThanTheirPayload() {
        byte[] image = TestFfu.v1().build();
        refused(
                Arrays.copyOf(image, image.length + 1024),
                "a.ffu (payload) at offset 6144: ends here, the file goes on to 7168; flashing error 21");
        refused(
                Arrays.copyOf(image, image.length - 1),
                "a.ffu (payload) at offset 3072: needs 3072 bytes, the file ends at 6143 (truncated?); flashing error 28");
        refused(
                Arrays.copyOf(image, 3000),
                "a.ffu (padding of the store) at offset 0: needs 3072 bytes, the file ends at 3000 (truncated?); flashing error 19");
    }

    @Test
    void refusesManifestsThatTheSigningToolRefuses() {
        manifest("= 2.0", "= 2.1", ":1:1 (manifest): [FullFlash] has Version '2.1', only 2.0 is known");
        manifest("Version           =", "Virsion           =", ":1:1 (manifest): [FullFlash] has no Version");
        manifest("[FullFlash]", "[HalfFlash]", ":1:1 (manifest): has no section [FullFlash]");
        manifest("[Store]", "[Shop]", ":14:1 (manifest): [Partition] comes before the first [Store]");
        manifest("[Partition]", "[FullFlash]", ":14:1 (manifest): [FullFlash] is there twice");
        manifest("[FullFlash]", "x", ":1:1 (manifest): is neither a section nor a key with a value");
        manifest("[FullFlash]", "x=y", ":1:1 (manifest): comes before the first section");
        manifest(
                "SectorSize     = 512",
                "SectorSize     = 512\nSectorSize=4",
                ":12:1 (manifest): repeats the key SectorSize of [Store]");
        manifest("SectorSize     = 512", "", ":10:1 (manifest): [Store] has no SectorSize");
        manifest(
                "SectorSize     = 512",
                "SectorSize = -5",
                ":10:1 (manifest): [Store] has SectorSize '-5', which is no number");
        manifest("SectorSize     = 512", "SectorSize = 0", ":10:1 (manifest): [Store] has sectors of 0 bytes");
        manifest(
                "Id1 = *",
                "Id2 = *",
                ":1:1 (manifest): [FullFlash] has 2 keys DevicePlatformId, they must be counted from 0 without a gap");
        manifest(
                "Id1 = *",
                "Id1 = a.b",
                ":1:1 (manifest): [FullFlash] has DevicePlatformId1 'a.b', not of the form Manufacturer.Family.ProductName[.Version]");
        manifest("Contoso Demo", "Contoso\u00e9Demo", ":7:28 (manifest): has a character that is not printable ASCII");
    }

    /** Short keys cost much more in memory than in the file. */
    @Test
    void refusesManifestsOfMoreKeysThanMayBeHeld() {
        StringBuilder keys = new StringBuilder("[FullFlash]");
        for (int i = 0; i < 65_535; i++) {
            keys.append("\nk").append(i).append('=');
        }
        manifest(
                "[FullFlash]",
                keys.toString(),
                ":65536:1 (manifest): has more than the 65535 sections and keys allowed");
        manifest(
                "[FullFlash]",
                "[Store]\n".repeat(65_536),
                ":65536:1 (manifest): has more than the 65535 sections and keys allowed");
    }

    @Test
    void refusesPartitionsThatTheSigningToolRefuses() {
        manifest("= PLAT", "= Data", ":21:1 (manifest): [Partition] repeats the name Data");
        manifest("= Data", "= Dota", ":21:1 (manifest): [Partition] of Dota has UseAllSpace, which only Data may have");
        manifest(
                "UseAllSpace = true",
                "",
                ":21:1 (manifest): [Partition] of Data has neither UseAllSpace nor TotalSectors");
        manifest(
                "UseAllSpace = true",
                "UseAllSpace = true\nTotalSectors = 1",
                ":21:1 (manifest): [Partition] of Data has both UseAllSpace and TotalSectors");
        manifest(
                "UseAllSpace = true",
                "UseAllSpace = maybe",
                ":21:1 (manifest): [Partition] has UseAllSpace 'maybe', which is neither True nor False");
        manifest(
                "UsedSectors     = 16384",
                "UsedSectors = 16385",
                ":14:1 (manifest): [Partition] of PLAT uses 16385 sectors of 16384");
        manifest(
                "TotalSectors    = 16384",
                "TotalSectors = 4294967295",
                ":14:1 (manifest): [Partition] of PLAT has TotalSectors 4294967295, which is no size");
        manifest(
                "= 30535680",
                "= 16384",
                ":10:1 (manifest): [Store] has partitions of 16385 sectors up to Data, more than the MinSectorCount 16384");
        manifest("Name            = PLAT", "", ":14:1 (manifest): [Partition] has no Name");
    }

    @Test
    void refusesManifestAndStoresThatDisagree() {
        refused(
                TestFfu.v1()
                        .manifest("[Store]", "[Store]\nSectorSize = 512\n[Store]")
                        .build(),
                "a.ffu (manifest): has 2 sections [Store], the image has 1 stores");
        refused(
                TestFfu.v1()
                        .manifest("SectorSize     = 512", "SectorSize     = 500")
                        .build(),
                "a.ffu (store header) at offset 2252: has blocks of 1024 bytes, which are no whole sectors of 500; flashing error 8");
    }

    @Test
    void refusesTruncatedFilesThatLackAChunkOrItsHash() {
        byte[] image = TestFfu.v1().build();
        truncatedRefused(
                Arrays.copyOf(image, 3071),
                "a.ffu (first chunk of the store) at offset 2048: needs 1024 bytes, the file ends at 3071 (truncated?);"
                        + " flashing error 19");
        truncatedRefused(
                set(image, 28, 32),
                "a.ffu (hash table) at offset 338: has 1 hashes, needed are 2 up to the first store; flashing error 23");
        truncatedRefused(
                TestFfu.v1().manifest("Id1 = *", "Id1 = a.b.c").build(),
                "a.ffu (platform ids) at offset 2060: has [Contoso.Demo.D100, *], the manifest has"
                        + " [Contoso.Demo.D100, a.b.c]; flashing error 22");
    }

    private static void truncatedRefused(byte[] image, String message) {
        assertThatThrownBy(() -> TruncatedFfu.read(ByteSource.of("a.ffu", image), FormatLimits.defaults()))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage(message);
    }

    private static int secondStore(ByteBuffer image) {
        for (int at = image.limit() - 1024; at > 0; at -= 1024) {
            if (image.getInt(at) == 0 && image.getShort(at + 4) == 2) {
                return at;
            }
        }
        throw new AssertionError("no second store");
    }

    private static byte[] set(byte[] image, int at, int value) {
        byte[] changed = image.clone();
        ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
        return changed;
    }

    private static void manifest(String before, String after, String message) {
        refused(TestFfu.v1().manifest(before, after).build(), "a.ffu" + message);
    }

    private static void refused(Consumer<ByteBuffer> change, String message) {
        byte[] image = TestFfu.v1().build();
        change.accept(ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN));
        refused(image, message);
    }

    private static void refused(byte[] image, String message) {
        assertThatThrownBy(() -> FfuImage.read(ByteSource.of("a.ffu", image), FormatLimits.defaults()))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage(message);
    }
}
