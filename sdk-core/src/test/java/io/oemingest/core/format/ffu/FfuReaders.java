package io.oemingest.core.format.ffu;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.testing.hostile.Expect;
import io.oemingest.core.testing.hostile.HostileReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The readers of this package under attack. */
public final class FfuReaders {
    private static final String MANIFEST = """
            [FullFlash]
            DevicePlatformId0=C.D.E
            Version=2.0
            Description=a
            retail image
            [Store]
            SectorSize=512
            MinSectorCount=99
            [Partition]
            Name=P
            Type={543C031A-4CB6-4897-BFFE-4B485768A8AD}
            TotalSectors=9
            UsedSectors=8
            [Partition]
            Name=Data
            UseAllSpace=true
            """;

    private FfuReaders() {}

    public static List<HostileReader> all() {
        return List.of(
                new HostileReader("ffu", FfuReaders::images, FfuReaders::readAll),
                new HostileReader("ffu-truncated", FfuReaders::truncatedImages, FfuReaders::readTruncated),
                new HostileReader(
                        "ffu-manifest",
                        () -> List.of(manifest(), MANIFEST.getBytes(US_ASCII)),
                        source -> FfuManifest.read(source, HostileReader.LIMITS)));
    }

    static byte[] manifest() {
        return MANIFEST.replace("\n", "\r\n").getBytes(US_ASCII);
    }

    private static void readAll(ByteSource source) throws IOException {
        FfuImage image = FfuImage.read(source, HostileReader.LIMITS);
        Expect.that(FfuImage.isFfu(source), "what is read as an image is known as one");
        long[] blocks = new long[1];
        for (FfuStore store : image.stores()) {
            store.forEachDescriptor(descriptor -> blocks[0]++);
        }
        Expect.that(blocks[0] <= source.size(), "every descriptor takes room");
        FfuImage head = FfuImage.readHead(image.head(), HostileReader.LIMITS);
        Expect.same(image.manifest(), head.manifest(), "the head has the manifest of the whole");
        Expect.same(image.hashTableDigest(), head.hashTableDigest(), "the head has the hash table of the whole");
        image.verifyChunks(ProgressListener.NONE);
    }

    private static void readTruncated(ByteSource source) throws IOException {
        TruncatedFfu image = TruncatedFfu.read(source, HostileReader.LIMITS);
        TruncatedFfu again = TruncatedFfu.read(image.bytes(), HostileReader.LIMITS);
        Expect.same(image.manifest(), again.manifest(), "the truncated image has the manifest of the whole");
        Expect.same(image.deviceTargets(), again.deviceTargets(), "the truncated image has the targets of the whole");
        Expect.same(image.hashTableDigest(), again.hashTableDigest(), "the truncated image has the whole hash table");
        image.verifyChunks();
    }

    private static List<byte[]> truncatedImages() throws IOException {
        List<byte[]> truncated = new ArrayList<>();
        for (byte[] image : images()) {
            FfuImage whole = FfuImage.read(ByteSource.of("image", image), HostileReader.LIMITS);
            truncated.add(whole.truncated().bytes().readAll(HostileReader.LIMITS.maxInMemory()));
        }
        return truncated;
    }

    private static List<byte[]> images() {
        return List.of(
                TestFfu.v1().validations(2).build(),
                TestFfu.v1().targets(2).build(),
                TestFfu.packed(3).build(),
                TestFfu.v2(2).build());
    }
}
