package io.oemingest.core.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.ffu.BlockRange;
import io.oemingest.core.format.ffu.FfuDisk;
import io.oemingest.core.format.ffu.FfuImage;
import io.oemingest.core.format.ffu.FfuPartition;
import io.oemingest.core.format.ffu.FfuStore;
import io.oemingest.core.format.ffu.FfuVariant;
import io.oemingest.core.format.ffu.FfuWriter;
import io.oemingest.core.format.ffu.ManifestPartition;
import io.oemingest.core.format.ffu.PlatformId;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Written images are read, verified, and flashed to a disk in memory. */
class FfuWriterTest {
    private static final HashTableCatalogBuilder CATALOGS = new HashTableCatalogBuilder(TestIdentities.TIME);
    private static final List<PlatformId> IDS = List.of(new PlatformId("Contoso.Demo.D100"), new PlatformId("*"));
    private static final UUID TYPE = UUID.fromString("543C031A-4CB6-4897-BFFE-4B485768A8AD");
    private static final int SECTORS = 512;

    @TempDir
    Path folder;

    @Test
    void writesAnImageOfOneDiskThatFlashes() throws IOException {
        Path file = folder.resolve("a.ffu");
        FfuWriter.create(2048, IDS).osVersion("10.0.10586.107").disk(disk("")).writeTo(file, CATALOGS);

        try (ByteSource source = ByteSource.open(file)) {
            FfuImage image = FfuImage.read(source, FormatLimits.defaults());
            image.verifyCatalog(CATALOGS);
            assertThat(image.verifyChunks(ProgressListener.NONE).unchecked()).isZero();
            assertThat(image.variant()).isEqualTo(FfuVariant.V1);
            assertThat(image.catalog().size()).isEqualTo(328);
            assertThat(image.manifest().osVersion()).isEqualTo("10.0.10586.107");
            assertThat(image.manifest().platformIds()).isEqualTo(IDS);
            assertThat(image.manifest().stores().get(0).partitions())
                    .extracting(ManifestPartition::name)
                    .containsExactly("PLAT", "MainOS");
            checkPhases(image.stores().get(0));
            checkDisk(FlashedDisk.upTo(Integer.MAX_VALUE, image, 0, SECTORS), "PLAT", "MainOS");
            long secondPhase = image.stores().get(0).flashOnlyTable().end();
            checkDisk(FlashedDisk.upTo(secondPhase, image, 0, SECTORS), "PLAT");
        }
    }

    @Test
    void writesSeveralDisks() throws IOException {
        Path file = folder.resolve("a.ffu");
        FfuWriter.create(1024, IDS)
                .disk(disk("VenHw(860845C1-BE09-4355-8BC1-30D64FF8E63A)"))
                .disk(disk("VenHw(2)"))
                .writeTo(file, CATALOGS);

        try (ByteSource source = ByteSource.open(file)) {
            FfuImage image = FfuImage.read(source, FormatLimits.defaults());
            image.verifyCatalog(CATALOGS);
            assertThat(image.verifyChunks(ProgressListener.NONE).unchecked()).isZero();
            assertThat(image.variant()).isEqualTo(FfuVariant.V2);
            assertThat(image.stores())
                    .extracting(FfuStore::devicePath)
                    .containsExactly("VenHw(860845C1-BE09-4355-8BC1-30D64FF8E63A)", "VenHw(2)");
            checkDisk(FlashedDisk.upTo(Integer.MAX_VALUE, image, 1, SECTORS), "PLAT", "MainOS");
        }
    }

    @Test
    void writesTheSameBytesAgain() throws IOException {
        FfuWriter writer = FfuWriter.create(1024, IDS).disk(disk(""));
        writer.writeTo(folder.resolve("a.ffu"), CATALOGS);
        writer.writeTo(folder.resolve("b.ffu"), CATALOGS);

        assertThat(folder.resolve("a.ffu")).hasSameBinaryContentAs(folder.resolve("b.ffu"));
        assertThatThrownBy(() -> writer.writeTo(folder.resolve("a.ffu"), CATALOGS))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    /** Half a gigabyte, written, signed and verified in a heap of 32 MiB. */
    @Test
    void streamsAnImageThatIsMuchLargerThanTheHeap() throws Exception {
        Path output = folder.resolve("output.txt");
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FfuHeapRun.class.getName(),
                        folder.toString(),
                        "512")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(run.waitFor(5, TimeUnit.MINUTES)).isTrue();
        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(run.exitValue()).as(text).isZero();
        // Blank table 1, data 4096, twice a table of 2; two chunks of headers.
        assertThat(text)
                .isEqualTo("4101 blocks, ChunkVerification[checked=4103, unchecked=0]" + System.lineSeparator());
    }

    @Test
    void refusesWhatNoImageCanHold() {
        assertThatThrownBy(() -> FfuWriter.create(1000, IDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A chunk has whole KiB, not 1000 bytes");
        assertThatThrownBy(() -> partition("PLAT", false, 513))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("PLAT has 513 bytes of content and 1 sectors");
        assertThatThrownBy(() -> partition("x".repeat(37), false, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + "x".repeat(37) + "' is no name of a partition");
        FfuDisk small = new FfuDisk(TYPE, "", 68, List.of(partition("PLAT", false, 1)));
        FfuWriter writer = FfuWriter.create(1024, IDS);
        assertThatThrownBy(() -> writer.disk(small))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("PLAT does not fit on the disk");
        assertThatThrownBy(() -> writer.writeTo(folder.resolve("a.ffu"), CATALOGS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("An image has at least one disk");
    }

    private static FfuDisk disk(String path) {
        FfuPartition plat = new FfuPartition(
                "PLAT", TYPE, UUID.nameUUIDFromBytes(new byte[2]), 7, true, ByteSource.of("p", text("PLAT", 3000)));
        FfuPartition main = new FfuPartition(
                "MainOS",
                TYPE,
                UUID.nameUUIDFromBytes(new byte[3]),
                20,
                false,
                ByteSource.of("m", text("MainOS", 9000)));
        return new FfuDisk(UUID.nameUUIDFromBytes(new byte[4]), path, SECTORS, List.of(plat, main));
    }

    private static FfuPartition partition(String name, boolean required, int bytes) {
        return new FfuPartition(name, TYPE, TYPE, 1, required, ByteSource.of("content", new byte[bytes]));
    }

    private static byte[] text(String text, int length) {
        return Arrays.copyOf(text.repeat(length).getBytes(StandardCharsets.US_ASCII), length);
    }

    private static void checkPhases(FfuStore store) throws IOException {
        assertThat(store.initialTable()).isEqualTo(new BlockRange(0, 9));
        // Two blocks of PLAT, then a table of 9 and 9 blocks; then five of MainOS and the table again.
        assertThat(store.flashOnlyTable()).isEqualTo(new BlockRange(9 + 2, 18));
        assertThat(store.finalTable()).isEqualTo(new BlockRange(9 + 2 + 18 + 5, 18));
        assertThat(store.blockCount()).isEqualTo(store.finalTable().end());
    }

    private static void checkDisk(byte[] disk, String... names) {
        ByteBuffer bytes = ByteBuffer.wrap(disk).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.getShort(510)).isEqualTo((short) 0xAA55);
        checkHeader(bytes, 1, 2);
        checkHeader(bytes, SECTORS - 1, SECTORS - 33);
        assertThat(Arrays.copyOfRange(disk, 1024, 34 * 512))
                .isEqualTo(Arrays.copyOfRange(disk, (SECTORS - 33) * 512, (SECTORS - 1) * 512));
        for (int i = 0; i < names.length; i++) {
            int entry = 1024 + i * 128;
            assertThat(bytes.getInt(entry)).isEqualTo(0x543C031A);
            byte[] name = Arrays.copyOfRange(disk, entry + 56, entry + 56 + 2 * names[i].length());
            assertThat(new String(name, StandardCharsets.UTF_16LE)).isEqualTo(names[i]);
            int from = (int) bytes.getLong(entry + 32) * 512;
            byte[] content = Arrays.copyOfRange(disk, from, from + names[i].length());
            assertThat(new String(content, StandardCharsets.US_ASCII)).isEqualTo(names[i]);
        }
        assertThat(bytes.getLong(1024 + names.length * 128)).isZero();
    }

    private static void checkHeader(ByteBuffer disk, int sector, int entries) {
        byte[] header = Arrays.copyOfRange(disk.array(), sector * 512, sector * 512 + 92);
        ByteBuffer fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(new String(header, 0, 8, StandardCharsets.US_ASCII)).isEqualTo("EFI PART");
        assertThat(fields.getLong(24)).isEqualTo(sector);
        assertThat(fields.getLong(32)).isEqualTo(SECTORS - sector);
        assertThat(fields.getLong(72)).isEqualTo(entries);
        int crc = fields.getInt(16);
        fields.putInt(16, 0);
        assertThat(crc).isEqualTo(crc(header));
        int from = entries * 512;
        assertThat(fields.getInt(88)).isEqualTo(crc(Arrays.copyOfRange(disk.array(), from, from + 128 * 128)));
    }

    private static int crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
