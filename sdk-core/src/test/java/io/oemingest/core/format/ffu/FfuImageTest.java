package io.oemingest.core.format.ffu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.io.ProgressListener.Progress;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FfuImageTest {
    private static final List<PlatformId> IDS = List.of(new PlatformId("Contoso.Demo.D100"), new PlatformId("*"));

    @Test
    void readsAnImageOfOneStore() throws IOException {
        byte[] bytes = TestFfu.v1().build();
        FfuImage image = read(bytes);

        assertThat(image.variant()).isEqualTo(FfuVariant.V1);
        assertThat(image.chunkSize()).isEqualTo(1024);
        assertThat(image.imageHeaderOffset()).isEqualTo(1024);
        assertThat(image.payloadOffset()).isEqualTo(bytes.length - 3 * 1024);
        assertThat(image.catalog().size()).isEqualTo(306);
        assertThat(image.hashTable().size()).isEqualTo((bytes.length / 1024 - 1) * 32L);
        assertThat(image.manifest().platformIds()).isEqualTo(IDS);
        assertThat(image.manifest().osVersion()).isEqualTo("10.0.10586.107");
        assertThat(image.manifest().description()).isEqualTo("Contoso Demo\nretail image");
        assertThat(image.manifest().antiTheftVersion()).isEqualTo("1.1");
        assertThat(image.manifest().canFlashToRemovableMedia()).isFalse();
        assertThat(image.deviceTargets()).isEmpty();
        ManifestStore disk = image.manifest().stores().get(0);
        assertThat(disk.sectorSize()).isEqualTo(512);
        assertThat(disk.minSectorCount()).isEqualTo(30_535_680);
        assertThat(disk.partitions()).extracting(ManifestPartition::name).containsExactly("PLAT", "Data");
        assertThat(disk.partitions()).extracting(ManifestPartition::useAllSpace).containsExactly(false, true);
        assertThat(disk.partitions())
                .extracting(ManifestPartition::requiredToFlash)
                .containsExactly(true, false);
        assertThat(disk.partitions().get(0).type()).isEqualTo("{543C031A-4CB6-4897-BFFE-4B485768A8AD}");
    }

    @Test
    void readsWhatAStoreWritesAndWhere() throws IOException {
        FfuStore store = read(TestFfu.v1().build()).stores().get(0);

        assertThat(store.partial()).isFalse();
        assertThat(store.platformIds()).isEqualTo(IDS);
        assertThat(store.blockSize()).isEqualTo(1024);
        assertThat(store.devicePath()).isEmpty();
        assertThat(store.blockCount()).isEqualTo(3);
        assertThat(store.payloadSize()).isEqualTo(3 * 1024);
        assertThat(store.initialTable()).isEqualTo(new BlockRange(0, 1));
        assertThat(store.flashOnlyTable()).isEqualTo(new BlockRange(1, 1));
        assertThat(store.finalTable()).isEqualTo(new BlockRange(2, 1));
        assertThat(store.phases()).containsExactly(new BlockRange(0, 1), new BlockRange(1, 1), new BlockRange(2, 1));
        BlockLocation begin = new BlockLocation(false, 0);
        BlockLocation end = new BlockLocation(true, 0);
        assertThat(descriptors(store))
                .containsExactly(
                        new WriteDescriptor(1, 1024, List.of(begin, end)),
                        new WriteDescriptor(1, 1024, List.of(new BlockLocation(false, 10))),
                        new WriteDescriptor(1, 1024, List.of(new BlockLocation(false, 20))));
        assertThat(end.byteOffset(1 << 20, 1024)).isEqualTo((1 << 20) - 1024);
        assertThat(new BlockLocation(false, 10).byteOffset(1 << 20, 1024)).isEqualTo(10 * 1024);
    }

    @Test
    void readsSeveralStores() throws IOException {
        FfuImage image = read(TestFfu.v2(3).build());

        assertThat(image.variant()).isEqualTo(FfuVariant.V2);
        assertThat(image.stores()).extracting(FfuStore::devicePath).containsExactly("VenHw(1)", "VenHw(2)", "VenHw(3)");
        assertThat(image.manifest().stores()).hasSize(3);
        assertThat(image.verifyChunks(ProgressListener.NONE).unchecked()).isZero();
    }

    @Test
    void readsPackedImagesAndChecksTheirHeadersAlone() throws IOException {
        FfuImage image = read(TestFfu.packed(4).build());

        assertThat(image.variant()).isEqualTo(FfuVariant.V1_COMPRESSED);
        assertThat(image.stores().get(0).compression()).isEqualTo(FfuCompression.XPRESS_HUFF);
        assertThat(image.stores().get(0).payloadSize()).isEqualTo(900);
        assertThat(image.verifyChunks(ProgressListener.NONE)).isEqualTo(new ChunkVerification(2, 3));
        FfuImage notPacked = read(TestFfu.packed(0).build());
        assertThat(notPacked.verifyChunks(ProgressListener.NONE)).isEqualTo(new ChunkVerification(5, 0));
    }

    @Test
    void readsDeviceTargetsValidationsAndDescriptorsOfSeveralBlocks() throws IOException {
        FfuImage image = read(TestFfu.v1()
                .targets(20)
                .validations(3)
                .blockCount(2)
                .catalogLength(0)
                .build());

        assertThat(image.imageHeaderOffset()).isEqualTo(1024);
        assertThat(image.deviceTargets())
                .hasSize(20)
                .containsOnly(new FfuDeviceTarget("one", "two", "tri", "for", "fiv", "six", "sev"));
        assertThat(image.stores().get(0).blockCount()).isEqualTo(6);
        assertThat(image.catalog().size()).isZero();
        assertThat(image.verifyChunks(ProgressListener.NONE).unchecked()).isZero();
    }

    @Test
    void hearsHowFarTheHashesAre() throws IOException {
        byte[] bytes = TestFfu.v1().build();
        List<Progress> steps = new ArrayList<>();
        int chunks = bytes.length / 1024 - 1;

        assertThat(read(bytes).verifyChunks(steps::add)).isEqualTo(new ChunkVerification(chunks, 0));
        assertThat(steps).hasSize(chunks).startsWith(new Progress("verify", "a.ffu", 1024, chunks * 1024L));
        assertThat(steps).endsWith(new Progress("verify", "a.ffu", chunks * 1024L, chunks * 1024L));
    }

    @Test
    void endsWhenInterruptedAndLeavesTheFlagSet() throws IOException {
        FfuImage image = read(TestFfu.v1().build());
        List<Progress> steps = new ArrayList<>();

        assertThatThrownBy(() -> image.verifyChunks(step -> {
                    steps.add(step);
                    Thread.currentThread().interrupt();
                }))
                .isInstanceOf(InterruptedIOException.class)
                .hasMessage("Verifying a.ffu was interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(steps).hasSize(1);
    }

    @Test
    void namesTheChunkThatWasChanged() throws IOException {
        byte[] bytes = TestFfu.v1().build();
        bytes[bytes.length - 2000] ^= 1;
        FfuImage image = read(bytes);
        int chunk = (bytes.length - 1024) / 1024 - 2;

        assertThatThrownBy(() -> image.verifyChunks(ProgressListener.NONE))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageMatching("a\\.ffu \\(chunk " + chunk + "\\) at offset " + (1024 + chunk * 1024)
                        + ": has SHA-256 [0-9a-f]{64}, the hash table says [0-9a-f]{64}; flashing error 23");
    }

    @Test
    void readsAHeadWithoutPayload() throws IOException {
        FfuImage image = read(TestFfu.v1().build());
        ByteSource head = image.head();
        assertThat(head.size()).isEqualTo(image.payloadOffset());

        FfuImage again = FfuImage.readHead(head, FormatLimits.defaults());
        assertThat(again.manifest()).isEqualTo(image.manifest());
        assertThat(again.verifyChunks(ProgressListener.NONE)).isEqualTo(new ChunkVerification(2, 3));
        assertThatThrownBy(() -> FfuImage.read(head, FormatLimits.defaults()))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("a.ffu (payload) at offset 3072: needs 3072 bytes, the file ends at 3072 (truncated?);"
                        + " flashing error 28");
    }

    @Test
    void truncatesBehindTheChunkInWhichTheFirstStoreBegins() throws IOException {
        byte[] bytes = TestFfu.v2(2).build();
        FfuImage image = read(bytes);

        assertThat(image.truncated().bytes().readAll(1 << 20)).isEqualTo(Arrays.copyOf(bytes, 1024 + 1024 + 1024));
        assertThat(image.head().size()).isEqualTo(1024 + 1024 + 2 * 1024);
    }

    @Test
    void readsATruncatedFile() throws IOException {
        FfuImage image = read(TestFfu.v2(2).targets(1).build());
        byte[] bytes = image.truncated().bytes().readAll(1 << 20);

        TruncatedFfu again = TruncatedFfu.read(ByteSource.of("a.ffu", bytes), FormatLimits.defaults());

        assertThat(again.bytes().readAll(1 << 20)).isEqualTo(bytes);
        assertThat(again.variant()).isEqualTo(FfuVariant.V2);
        assertThat(again.platformIds()).isEqualTo(IDS);
        assertThat(again.manifest()).isEqualTo(image.manifest());
        assertThat(again.deviceTargets()).isEqualTo(image.deviceTargets()).hasSize(1);
        assertThat(again.hashTableDigest()).isEqualTo(image.hashTableDigest());
        assertThat(again.verifyChunks()).isEqualTo(new ChunkVerification(2, 2 - 1 + 2 * 3));
        bytes[bytes.length - 1] ^= 1;
        assertThatThrownBy(again::verifyChunks)
                .isInstanceOf(MalformedFileException.class)
                .hasMessageStartingWith("a.ffu (chunk 1) at offset 2048: has SHA-256 ");
    }

    @Test
    void tellsImagesFromOtherFiles() throws IOException {
        assertThat(FfuImage.isFfu(ByteSource.of("a", TestFfu.v1().build()))).isTrue();
        assertThat(FfuImage.isFfu(ByteSource.of("a", new byte[100]))).isFalse();
        assertThat(FfuImage.isFfu(ByteSource.of("a", new byte[3]))).isFalse();
    }

    @Test
    void comparesDevicesWithPlatformIds() {
        assertThat(new PlatformId("Nokia.MSM8974.P6180").oemId()).isEqualTo("Nokia");
        assertThat(new PlatformId("Nokia.MSM8974.P6180").matches("Nokia.MSM8974.P6180.2.2"))
                .isTrue();
        assertThat(new PlatformId("Nokia.MSM8974.P6180.2.2").matches("Nokia.MSM8974.P6180.2.2"))
                .isTrue();
        assertThat(new PlatformId("Nokia.MSM8974.P6180.2.1").matches("Nokia.MSM8974.P6180.2.2"))
                .isFalse();
        assertThat(new PlatformId("Nokia.MSM8974.P6180.2").matches("Nokia.MSM8974.P6180"))
                .isFalse();
        assertThat(new PlatformId("Nokia.*.P6180").matches("Nokia.MSM8226.P6180"))
                .isTrue();
        assertThat(new PlatformId("*").matches("Nokia.MSM8226.P6204")).isTrue();
        assertThatThrownBy(() -> new PlatformId("Nokia.P6180"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'Nokia.P6180' is not of the form Manufacturer.Family.ProductName[.Version]");
    }

    @Test
    void seesOnePhaseInImagesCapturedFromADisk() {
        BlockRange none = new BlockRange(0, 0);
        assertThat(new StoreTables(none, none, new BlockRange(0, 62_868)).phases())
                .containsExactly(none, none, new BlockRange(0, 62_868));
    }

    /** Sums that were seen in images of real devices. */
    @Test
    void countsTheChunksOfRealImages() {
        SecurityHeader iot = new SecurityHeader(131_072, 9_500, 246_240);
        assertThat(iot.imageHeaderOffset()).isEqualTo(2 * 131_072);
        assertThat(iot.hashCount()).isEqualTo((1_008_861_184L - iot.imageHeaderOffset()) / 131_072);
        assertThat(iot.hashCount()).isEqualTo(2 + 1_008_336_896L / 131_072);
        SecurityHeader captured = new SecurityHeader(131_072, 306, 2_012_128);
        long stores = FfuInput.align(StoreHeader.COMPRESSED_LENGTH + 62_868 * 20L, 131_072) / 131_072;
        assertThat(captured.hashCount()).isEqualTo(1 + stores + 62_868);
        assertThat(new SecurityHeader(131_072, 306, 4_807_520).hashCount()).isEqualTo(150_235);
    }

    private static FfuImage read(byte[] bytes) throws IOException {
        return FfuImage.read(ByteSource.of("a.ffu", bytes), FormatLimits.defaults());
    }

    private static List<WriteDescriptor> descriptors(FfuStore store) throws IOException {
        List<WriteDescriptor> descriptors = new ArrayList<>();
        store.forEachDescriptor(descriptors::add);
        return descriptors;
    }
}
