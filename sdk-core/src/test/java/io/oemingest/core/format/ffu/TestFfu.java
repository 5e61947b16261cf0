package io.oemingest.core.format.ffu;

import io.oemingest.core.io.Digest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds images byte by byte, right or wrong, with chunks of 1 KiB. */
final class TestFfu {
    static final int CHUNK = 1024;
    static final String IDS = "Contoso.Demo.D100\0*\0";

    private static final String MANIFEST = """
            [FullFlash]
            OSVersion         = 10.0.10586.107
            DevicePlatformId0 = Contoso.Demo.D100
            DevicePlatformId1 = *
            AntiTheftVersion  = 1.1
            Version           = 2.0
            Description       = Contoso Demo
            retail image

            """;
    private static final String STORE = """
            [Store]
            SectorSize     = 512
            MinSectorCount = 30535680

            [Partition]
            Name            = PLAT
            Type            = {543C031A-4CB6-4897-BFFE-4B485768A8AD}
            TotalSectors    = 16384
            UsedSectors     = 16384
            RequiredToFlash = True

            [Partition]
            Name        = Data
            UseAllSpace = true

            """;

    private final FfuVariant variant;
    private final int stores;
    private String manifest;
    private int imageHeaderLength = 24;
    private int targets;
    private int catalogLength = 306;
    private int compression;
    private int blockCount = 1;
    private int validations;
    private @Nullable List<WriteDescriptor> descriptors;

    private TestFfu(FfuVariant variant, int stores) {
        this.variant = variant;
        this.stores = stores;
        manifest = MANIFEST.concat(STORE.repeat(stores)).replace("\n", "\r\n");
    }

    static TestFfu v1() {
        return new TestFfu(FfuVariant.V1, 1);
    }

    static TestFfu packed(int compression) {
        TestFfu test = new TestFfu(FfuVariant.V1_COMPRESSED, 1);
        test.compression = compression;
        return test;
    }

    static TestFfu v2(int stores) {
        return new TestFfu(FfuVariant.V2, stores);
    }

    TestFfu manifest(String before, String after) {
        if (!manifest.contains(before)) {
            throw new IllegalArgumentException(before);
        }
        manifest = manifest.replace(before, after);
        return this;
    }

    TestFfu targets(int count) {
        imageHeaderLength = 28;
        targets = count;
        return this;
    }

    TestFfu catalogLength(int length) {
        catalogLength = length;
        return this;
    }

    TestFfu blockCount(int blocks) {
        blockCount = blocks;
        return this;
    }

    TestFfu validations(int count) {
        validations = count;
        return this;
    }

    /** Every store gets these descriptors, all in the last phase. */
    TestFfu descriptors(List<WriteDescriptor> all) {
        descriptors = all;
        return this;
    }

    /** The image; three descriptors a store, the first to both ends of the disk. */
    byte[] build() {
        ByteArrayOutputStream hashed = new ByteArrayOutputStream();
        hashed.writeBytes(imageHeader());
        pad(hashed);
        for (int i = 1; i <= stores; i++) {
            hashed.writeBytes(store(i));
            pad(hashed);
        }
        byte[] head = hashed.toByteArray();
        List<byte[]> blocks = new ArrayList<>();
        for (int i = 0; i < stores * blocks(); i++) {
            byte[] block = new byte[CHUNK];
            block[0] = (byte) i;
            blocks.add(block);
        }
        ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        for (int at = 0; at < head.length; at += CHUNK) {
            hashes.writeBytes(sha256(java.util.Arrays.copyOfRange(head, at, at + CHUNK)));
        }
        for (byte[] block : blocks) {
            hashes.writeBytes(sha256(block));
            hashed.write(block, 0, packedSize());
        }
        ByteArrayOutputStream image = new ByteArrayOutputStream();
        image.writeBytes(buffer(32)
                .putInt(32)
                .put("SignedImage ".getBytes(StandardCharsets.US_ASCII))
                .putInt(CHUNK / 1024)
                .putInt(0x800C)
                .putInt(catalogLength)
                .putInt(hashes.size())
                .array());
        image.writeBytes(new byte[catalogLength]);
        image.writeBytes(hashes.toByteArray());
        pad(image);
        image.writeBytes(hashed.toByteArray());
        return image.toByteArray();
    }

    private List<WriteDescriptor> all() {
        if (descriptors != null) {
            return descriptors;
        }
        long size = (long) packedSize() * blockCount;
        return List.of(
                new WriteDescriptor(blockCount, size, List.of(new BlockLocation(false, 0), new BlockLocation(true, 0))),
                new WriteDescriptor(blockCount, size, List.of(new BlockLocation(false, 10))),
                new WriteDescriptor(blockCount, size, List.of(new BlockLocation(false, 20))));
    }

    private int blocks() {
        return (int) all().stream().mapToLong(WriteDescriptor::blockCount).sum();
    }

    private int packedSize() {
        return compression == 0 ? CHUNK : 300;
    }

    private byte[] imageHeader() {
        ByteBuffer header = buffer(imageHeaderLength + manifest.length() + targets * (28 + 7 * 3));
        header.putInt(imageHeaderLength)
                .put("ImageFlash  ".getBytes(StandardCharsets.US_ASCII))
                .putInt(manifest.length())
                .putInt(CHUNK / 1024);
        if (imageHeaderLength == 28) {
            header.putInt(targets);
        }
        header.put(manifest.getBytes(StandardCharsets.ISO_8859_1));
        for (int i = 0; i < targets; i++) {
            for (int text = 0; text < 7; text++) {
                header.putInt(3);
            }
            header.put("onetwotriforfivsixsev".getBytes(StandardCharsets.US_ASCII));
        }
        return header.array();
    }

    private byte[] store(int index) {
        String path = "VenHw(" + index + ")";
        ByteBuffer store = buffer(1 << 16);
        store.putInt(0).putShort((short) variant.major()).putShort((short) 0);
        store.putShort((short) variant.fullFlashMajor()).putShort((short) 0);
        store.put(IDS.getBytes(StandardCharsets.US_ASCII)).position(204);
        boolean packed = variant == FfuVariant.V1_COMPRESSED;
        List<WriteDescriptor> all = all();
        int locations = all.stream().mapToInt(each -> each.locations().size()).sum();
        store.putInt(CHUNK).putInt(all.size()).putInt(all.size() * (packed ? 12 : 8) + locations * 8);
        store.putInt(validations).putInt(validations * 17);
        if (descriptors == null) {
            store.putInt(0).putInt(blockCount).putInt(blockCount).putInt(blockCount);
            store.putInt(2 * blockCount).putInt(blockCount);
        } else {
            store.putLong(0).putLong(0).putInt(0).putInt(blocks());
        }
        if (packed) {
            store.putInt(compression);
        } else if (variant == FfuVariant.V2) {
            store.putShort((short) stores).putShort((short) index).putLong((long) blocks() * CHUNK - 5);
            store.putShort((short) path.length()).put(path.getBytes(StandardCharsets.UTF_16LE));
        }
        for (int i = 0; i < validations; i++) {
            store.putInt(1).putInt(2).putInt(5).put(new byte[5]);
        }
        for (WriteDescriptor each : all) {
            store.putInt(each.locations().size()).putInt((int) each.blockCount());
            if (packed) {
                store.putInt((int) each.dataSize());
            }
            for (BlockLocation location : each.locations()) {
                store.putInt(location.fromEnd() ? 2 : 0).putInt((int) location.blockIndex());
            }
        }
        return java.util.Arrays.copyOf(store.array(), store.position());
    }

    private static void pad(ByteArrayOutputStream bytes) {
        bytes.writeBytes(new byte[-bytes.size() & (CHUNK - 1)]);
    }

    private static byte[] sha256(byte[] bytes) {
        return Digest.sha256(bytes).bytes();
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
