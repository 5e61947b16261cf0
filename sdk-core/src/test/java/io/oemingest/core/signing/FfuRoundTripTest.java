package io.oemingest.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.ffu.FfuCatalogArea;
import io.oemingest.core.format.ffu.FfuDisk;
import io.oemingest.core.format.ffu.FfuImage;
import io.oemingest.core.format.ffu.FfuPartition;
import io.oemingest.core.format.ffu.FfuStore;
import io.oemingest.core.format.ffu.FfuVariant;
import io.oemingest.core.format.ffu.FfuWriter;
import io.oemingest.core.format.ffu.ManifestPartition;
import io.oemingest.core.format.ffu.ManifestStore;
import io.oemingest.core.format.ffu.PlatformId;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any disks that can be written are read again as they are, flash to what they were, and keep it all when signed. */
class FfuRoundTripTest {
    private static final HashTableCatalogBuilder CATALOGS = new HashTableCatalogBuilder(TestIdentities.TIME);
    private static final FfuCatalogArea AREA = new FfuCatalogArea(CATALOGS, ProgressListener.NONE);
    private static final int SECTORS = 4096;

    @TempDir
    Path folder;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 24);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsAnyDisksAgainAndKeepsThemWhenTheCatalogChanges(long seed) throws IOException {
        Sample sample = new Sample(new SplittableRandom(seed));
        Path file = folder.resolve("a.ffu");
        FfuWriter writer = FfuWriter.create(sample.chunkSize(), sample.ids()).osVersion(sample.osVersion());
        sample.disks().forEach(writer::disk);
        writer.writeTo(file, CATALOGS);

        try (ByteSource source = ByteSource.open(file)) {
            FfuImage image = FfuImage.read(source, FormatLimits.defaults());
            checkFacts(image, sample);
            checkDisks(image, sample);
            checkCatalogs(image, file);
        }
    }

    private static void checkFacts(FfuImage image, Sample sample) throws IOException {
        image.verifyCatalog(CATALOGS);
        assertThat(image.verifyChunks(ProgressListener.NONE).unchecked()).isZero();
        assertThat(image.chunkSize()).isEqualTo(sample.chunkSize());
        assertThat(image.variant()).isEqualTo(sample.disks().size() == 1 ? FfuVariant.V1 : FfuVariant.V2);
        assertThat(image.manifest().platformIds()).isEqualTo(sample.ids());
        assertThat(image.manifest().osVersion()).isEqualTo(sample.osVersion());
        assertThat(image.stores()).hasSize(sample.disks().size());
        for (int i = 0; i < sample.disks().size(); i++) {
            FfuDisk disk = sample.disks().get(i);
            FfuStore store = image.stores().get(i);
            ManifestStore section = image.manifest().stores().get(i);
            assertThat(store.platformIds()).isEqualTo(sample.ids());
            assertThat(store.devicePath()).isEqualTo(sample.disks().size() == 1 ? "" : disk.devicePath());
            assertThat(store.phases().get(2).end()).isEqualTo(store.blockCount());
            assertThat(section.minSectorCount()).isEqualTo(disk.sectors());
            assertThat(section.partitions()).map(FfuRoundTripTest::facts).isEqualTo(factsOf(disk));
        }
    }

    private static List<Facts> factsOf(FfuDisk disk) {
        return disk.partitions().stream()
                .map(each -> new Facts(
                        each.name(),
                        "{" + each.type().toString().toUpperCase(Locale.ROOT) + "}",
                        each.sectors(),
                        (each.content().size() + 511) / 512,
                        each.requiredToFlash()))
                .toList();
    }

    private static Facts facts(ManifestPartition partition) {
        return new Facts(
                partition.name(),
                String.valueOf(partition.type()),
                partition.totalSectors(),
                partition.usedSectors(),
                partition.requiredToFlash());
    }

    /** Every partition of the table on the flashed disk holds its content. */
    private static void checkDisks(FfuImage image, Sample sample) throws IOException {
        for (int i = 0; i < sample.disks().size(); i++) {
            byte[] disk = FlashedDisk.upTo(Long.MAX_VALUE, image, i, SECTORS);
            ByteBuffer table = ByteBuffer.wrap(disk).order(ByteOrder.LITTLE_ENDIAN);
            List<FfuPartition> partitions = sample.disks().get(i).partitions();
            for (int p = 0; p < partitions.size(); p++) {
                int first = (int) table.getLong(1024 + p * 128 + 32) * 512;
                byte[] content = partitions.get(p).content().readAll(1 << 20);
                assertThat(Arrays.copyOfRange(disk, first, first + content.length))
                        .isEqualTo(content);
            }
        }
    }

    private void checkCatalogs(FfuImage image, Path file) throws IOException {
        byte[] before = Files.readAllBytes(file);
        byte[] signed = CATALOGS.sign(image.catalog(), TestIdentities.platformKey());
        AREA.replace(file, ByteSource.of("signed.cat", signed), FormatLimits.defaults());
        try (ByteSource source = ByteSource.open(file)) {
            FfuImage again = FfuImage.read(source, FormatLimits.defaults());
            again.verifyCatalog(CATALOGS);
            assertThat(again.catalog().readAll(1 << 20)).isEqualTo(signed);
            assertThat(again.verifyChunks(ProgressListener.NONE)).isEqualTo(image.verifyChunks(ProgressListener.NONE));
        }
        byte[] unsigned = CATALOGS.unsignedCatalog(image.hashTableDigest());
        AREA.replace(file, ByteSource.of("unsigned.cat", unsigned), FormatLimits.defaults());
        assertThat(file).hasBinaryContent(before);
    }

    private record Facts(String name, String type, long totalSectors, long usedSectors, boolean required) {}

    /** An image by chance. */
    private record Sample(int chunkSize, String osVersion, List<PlatformId> ids, List<FfuDisk> disks) {
        Sample(SplittableRandom random) {
            this(
                    1024 << random.nextInt(5),
                    random.nextInt(100) + "." + random.nextInt(10) + ".0." + random.nextInt(65_536),
                    ids(random),
                    disks(random));
        }

        private static List<PlatformId> ids(SplittableRandom random) {
            List<PlatformId> ids = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                String version = random.nextBoolean() ? "" : "." + random.nextInt(9) + ".1";
                ids.add(new PlatformId("Contoso.*.Device" + random.nextInt(100) + version));
            }
            return ids;
        }

        private static List<FfuDisk> disks(SplittableRandom random) {
            List<FfuDisk> disks = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                List<FfuPartition> partitions = new ArrayList<>();
                for (int p = random.nextInt(7); p >= 0; p--) {
                    partitions.add(partition(random, "Part" + p));
                }
                disks.add(new FfuDisk(id(random), "VenHw(" + id(random) + ")", SECTORS, partitions));
            }
            return disks;
        }

        private static FfuPartition partition(SplittableRandom random, String name) {
            int sectors = 1 + random.nextInt(200);
            byte[] content = new byte[random.nextInt(sectors * 512 + 1)];
            random.nextBytes(content);
            return new FfuPartition(
                    name, id(random), id(random), sectors, random.nextBoolean(), ByteSource.of(name, content));
        }

        private static UUID id(SplittableRandom random) {
            return new UUID(random.nextLong(), random.nextLong());
        }
    }
}
