package io.oemingest.core.format.ffu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.oemingest.core.testing.hostile.Lie;
import io.oemingest.core.testing.hostile.Lies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Images and manifests that lie. */
public final class FfuLies {
    private static final int HEADER = 1024;
    private static final int STORE = 2048;
    private static final int VALIDATIONS = STORE + 248;

    private FfuLies() {}

    public static List<Lie> all() {
        List<Lie> all = new ArrayList<>(headers());
        all.addAll(tables());
        all.addAll(Lies.about("ffu", TestFfu.v2(1).build())
                .field("V2 NumOfStores", STORE + 248, 2)
                .field("V2 StoreIndex", STORE + 250, 2)
                .field("V2 StorePayloadSize", STORE + 252, 8)
                .field("V2 DevicePathLength", STORE + 260, 2)
                .all());
        all.addAll(Lies.about("ffu", TestFfu.packed(3).build())
                .field("compression algorithm", STORE + 248, 4)
                .field("compressed size of a block", STORE + 252 + 8, 4)
                .all());
        all.addAll(manifests());
        return all;
    }

    private static List<Lie> headers() {
        return Lies.about("ffu", TestFfu.v1().targets(1).build())
                .field("security cbSize", 0, 4)
                .field("security dwChunkSizeInKb", 16, 4)
                .field("security dwAlgId", 20, 4)
                .field("security dwCatalogSize", 24, 4)
                .field("security dwHashTableSize", 28, 4)
                .field("image cbSize", HEADER, 4)
                .field("image ManifestLength", HEADER + 16, 4)
                .field("image dwChunkSize", HEADER + 20, 4)
                .field("image DeviceTargetInfosCount", HEADER + 24, 4)
                .all();
    }

    private static List<Lie> tables() {
        return Lies.about("ffu", TestFfu.v1().validations(2).build())
                .field("store dwUpdateType", STORE, 4)
                .field("store MajorVersion", STORE + 4, 2)
                .field("store FullFlashMajorVersion", STORE + 8, 2)
                .field("store dwBlockSizeInBytes", STORE + 204, 4)
                .field("store dwWriteDescriptorCount", STORE + 208, 4)
                .field("store dwWriteDescriptorLength", STORE + 212, 4)
                .field("store dwValidateDescriptorCount", STORE + 216, 4)
                .field("store dwValidateDescriptorLength", STORE + 220, 4)
                .field("store dwInitialTableIndex", STORE + 224, 4)
                .field("store dwInitialTableCount", STORE + 228, 4)
                .field("store dwFlashOnlyTableIndex", STORE + 232, 4)
                .field("store dwFlashOnlyTableCount", STORE + 236, 4)
                .field("store dwFinalTableIndex", STORE + 240, 4)
                .field("store dwFinalTableCount", STORE + 244, 4)
                .field("validation dwByteCount", VALIDATIONS + 8, 4)
                .field("descriptor dwLocationCount", VALIDATIONS + 34, 4)
                .field("descriptor dwBlockCount", VALIDATIONS + 38, 4)
                .field("descriptor dwDiskAccessMethod", VALIDATIONS + 42, 4)
                .field("descriptor dwBlockIndex", VALIDATIONS + 46, 4)
                .all();
    }

    private static List<Lie> manifests() {
        byte[] good = FfuReaders.manifest();
        return Lies.about("ffu-manifest", good)
                .number("SectorSize", "SectorSize=#\r\n")
                .number("MinSectorCount", "MinSectorCount=#\r\n")
                .number("TotalSectors", "TotalSectors=#\r\n")
                .number("UsedSectors", "UsedSectors=#\r\n")
                .whole("a line of a million characters", () -> added(good, "a".repeat(1_000_000)))
                .whole("a hundred thousand stores", () -> added(good, "[Store]\r\n".repeat(100_000)))
                .whole(
                        "a hundred thousand lines of description",
                        () -> added(good, "Description=x\r\n" + "y\r\n".repeat(100_000)))
                .whole("a NUL", () -> added(good, "\0"))
                .all();
    }

    private static byte[] added(byte[] good, String more) {
        byte[] tail = more.getBytes(ISO_8859_1);
        byte[] bytes = Arrays.copyOf(good, good.length + tail.length);
        System.arraycopy(tail, 0, bytes, good.length, tail.length);
        return bytes;
    }
}
