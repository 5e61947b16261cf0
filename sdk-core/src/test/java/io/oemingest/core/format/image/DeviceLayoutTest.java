package io.oemingest.core.format.image;

import static io.oemingest.core.format.image.LayoutPartition.Flag.ATTACH_DRIVE_LETTER;
import static io.oemingest.core.format.image.LayoutPartition.Flag.BOOTABLE;
import static io.oemingest.core.format.image.LayoutPartition.Flag.PREPARE_FVE_METADATA;
import static io.oemingest.core.format.image.LayoutPartition.Flag.REQUIRED_TO_FLASH;
import static io.oemingest.core.format.image.LayoutPartition.Flag.USE_ALL_SPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.image.LayoutPartition.FileSystem;
import io.oemingest.core.format.image.LayoutPartition.Sectors;
import io.oemingest.core.format.image.LayoutPartition.UpdateType;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.testing.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceLayoutTest {
    private static final String V1 =
            "<DeviceLayout xmlns='http://schemas.microsoft.com/embedded/2004/10/ImageUpdate'>\n";
    private static final String V2 =
            "<DeviceLayout xmlns='http://schemas.microsoft.com/embedded/2004/10/ImageUpdate/v2'>\n";
    static final String STORES = V2 + """
            <SectorSize>4096</SectorSize><VersionTag>t</VersionTag>
            <Stores>
            <Store><Id>{1}</Id><StoreType>Main</StoreType><DevicePath>VenHw(1)</DevicePath>
            <SizeInSectors>0x100</SizeInSectors>
            <OnlyAllocateDefinedGptEntries>true</OnlyAllocateDefinedGptEntries>
            <Partitions><Partition><Type>{t}</Type><Name>A</Name><Id>{i}</Id><UpdateType>Never</UpdateType>
            <PrimaryPartition>B</PrimaryPartition><GeneratedFileOverheadSectors>3</GeneratedFileOverheadSectors>
            <PrepareFveMetadata>true</PrepareFveMetadata></Partition></Partitions></Store></Stores>
            <StoragePools><StoragePool><Name>P</Name><Stores><Store><Id>{2}</Id><Partitions>
            <Partition><Name>B</Name><Type>0x0C</Type><FileSystem>FAT32</FileSystem></Partition></Partitions></Store>
            </Stores></StoragePool></StoragePools></DeviceLayout>""";

    @Test
    void readsTheLayoutOfARealPhone() throws IOException {
        DeviceLayout layout = read(Samples.fileOrSkip("device-lumia930", "DeviceLayout.xml"));

        assertThat(layout.version()).isEqualTo(DeviceLayout.Version.V1);
        assertThat(layout.sectorSize()).isEqualTo(512);
        assertThat(layout.chunkSize()).isEqualTo(128);
        assertThat(layout.defaultByteAlignment()).isEqualTo(0x200000);
        assertThat(layout.versionTag()).isNull();
        assertThat(layout.stores()).hasSize(1);
        assertThat(layout.partitions())
                .extracting(LayoutPartition::name)
                .startsWith("DPP", "MODEM_FSG", "MODEM_FS1", "MODEM_FS2", "MODEM_FSC", "DDR", "SSD", "UEFI_BS_NV")
                .contains("SBL1", "UEFI", "TZ", "PLAT", "EFIESP", "MainOS")
                .endsWith("Data");
        assertThat(layout.partitions().get(0))
                .isEqualTo(partition(
                        "DPP",
                        "{ebd0a0a2-b9e5-4433-87c0-68b6b72699c7}",
                        null,
                        new Sectors(16_384L, null, null),
                        Set.of(REQUIRED_TO_FLASH)));
        assertThat(layout.partitions())
                .filteredOn(each -> each.has(REQUIRED_TO_FLASH))
                .hasSize(25);
        assertThat(layout.partitions()).filteredOn(each -> each.has(BOOTABLE)).hasSize(2);
        assertThat(layout.partitions())
                .filteredOn(each -> each.has(USE_ALL_SPACE))
                .singleElement()
                .extracting(LayoutPartition::name, LayoutPartition::clusterSize)
                .containsExactly("Data", 0x4000L);
        assertThat(layout.partitions()).noneMatch(each -> each.has(ATTACH_DRIVE_LETTER));
    }

    @Test
    void readsTheLayoutOfARealBoard() throws IOException {
        DeviceLayout layout = read(Samples.fileOrSkip("devicelayout/iot-GPT8GB-R", "DeviceLayout.xml"));

        assertThat(layout)
                .extracting(DeviceLayout::sectorSize, DeviceLayout::chunkSize, DeviceLayout::versionTag)
                .containsExactly(512L, 128L, "IoTUAP");
        assertThat(layout.partitions())
                .extracting(LayoutPartition::name, LayoutPartition::fileSystem)
                .containsExactly(
                        tuple("EFIESP", FileSystem.FAT),
                        tuple("MainOS", FileSystem.NTFS),
                        tuple("MMOS", FileSystem.FAT32),
                        tuple("Data", FileSystem.NTFS));
        assertThat(layout.find("mainos"))
                .isEqualTo(new LayoutPartition(
                        "MainOS",
                        "{ebd0a0a2-b9e5-4433-87c0-68b6b72699c7}",
                        null,
                        FileSystem.NTFS,
                        UpdateType.NORMAL,
                        null,
                        new Sectors(null, 1_048_576L, null),
                        0x800000,
                        0x1000,
                        Set.of()));
        assertThat(layout.find("PLAT")).isNull();
    }

    @Test
    void readsAllRealLayouts() throws IOException {
        for (Path file : Samples.filesOrSkip("devicelayout.xml")) {
            DeviceLayout layout = read(file);
            assertThat(layout.sectorSize()).isEqualTo(512);
            assertThat(layout.find("MainOS")).isNotNull();
            assertThat(layout.find("Data")).isNotNull();
        }
    }

    @Test
    void readsSeveralStoresAndPools() throws IOException {
        assertThat(read(STORES))
                .isEqualTo(new DeviceLayout(
                        DeviceLayout.Version.V2,
                        4096,
                        null,
                        0,
                        "t",
                        List.of(
                                new LayoutStore(
                                        "{1}",
                                        "Main",
                                        "VenHw(1)",
                                        256L,
                                        true,
                                        0,
                                        List.of(new LayoutPartition(
                                                "A",
                                                "{t}",
                                                "{i}",
                                                null,
                                                UpdateType.NEVER,
                                                "B",
                                                new Sectors(null, null, 3L),
                                                0,
                                                0,
                                                Set.of(PREPARE_FVE_METADATA)))),
                                new LayoutStore(
                                        "{2}",
                                        null,
                                        null,
                                        null,
                                        false,
                                        1,
                                        List.of(partition(
                                                "B",
                                                "0x0C",
                                                FileSystem.FAT32,
                                                new Sectors(null, null, null),
                                                Set.of()))))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "<ChunkSize>1</ChunkSize>|1:81: element 'DeviceLayout' has no 'SectorSize'",
                "<SectorSize>0</SectorSize>|2:13: element 'SectorSize' is not a positive whole number: '0'",
                "<SectorSize>1</SectorSize><ChunkSize>a</ChunkSize>|2:38: element 'ChunkSize' is not a positive whole"
                        + " number: 'a'",
                "<Partitions/>|2:14: element 'Partitions' has no 'Partition'",
                "<Partitions><Partition><Type>t</Type></Partition></Partitions>|2:24: element 'Partition' has no 'Name'",
                "<Partitions><Partition><Name>a</Name></Partition></Partitions>|2:24: element 'Partition' has no 'Type'",
                "<Partitions><Partition><Name>0123456789012345678901234567890123456</Name></Partition></Partitions>|2:30:"
                        + " element 'Name' has 37 characters, at most 36 are allowed",
                "<Partitions><Partition><Name>a</Name><Type>t</Type><FileSystem>EXT4</FileSystem></Partition></Partitions>|"
                        + "2:64: element 'FileSystem' is none of NTFS, FAT, FAT32: 'EXT4'",
                "<Partitions><Partition><Name>a</Name><Type>t</Type><UpdateType>normal</UpdateType></Partition></Partitions>|"
                        + "2:64: element 'UpdateType' is none of Never, Manufacture, Normal, Critical: 'normal'",
                "<Partitions><Partition><Name>a</Name><Type>t</Type><TotalSectors>-1</TotalSectors></Partition></Partitions>|"
                        + "2:66: element 'TotalSectors' is neither a decimal nor a 0x number: '-1'",
                "<Partitions><Partition><Name>a</Name><Type>t</Type><Hidden>yes</Hidden></Partition></Partitions>|"
                        + "2:60: element 'Hidden' is neither 'true' nor 'false': 'yes'",
                "<Partitions><Partition><Name>a</Name><Name>b</Name></Partition></Partitions>|2:44: element 'Name' occurs"
                        + " twice in 'Partition'",
            })
    void refusesWhatTheSchemaRefuses(String content, String complaint) {
        assertThatThrownBy(() -> read(V1 + content + "</DeviceLayout>")).hasMessage("DeviceLayout.xml:" + complaint);
    }

    @Test
    void refusesAStoreWithoutIdOrPartitions() {
        assertThatThrownBy(() -> read(V2 + "<Stores><Store/></Stores></DeviceLayout>"))
                .hasMessage("DeviceLayout.xml:2:17: element 'Store' has no 'Id'");
        assertThatThrownBy(() -> read(V2 + "<Stores><Store><Id>i</Id></Store></Stores></DeviceLayout>"))
                .hasMessage("DeviceLayout.xml:2:16: element 'Store' has no 'Partitions'");
    }

    private static LayoutPartition partition(
            String name,
            String type,
            @Nullable FileSystem fileSystem,
            Sectors sectors,
            Set<LayoutPartition.Flag> flags) {
        return new LayoutPartition(name, type, null, fileSystem, UpdateType.NORMAL, null, sectors, 0, 0, flags);
    }

    private static DeviceLayout read(Path file) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            return DeviceLayout.read(source, FormatLimits.defaults());
        }
    }

    private static DeviceLayout read(String xml) throws IOException {
        return DeviceLayout.read(
                ByteSource.of("DeviceLayout.xml", xml.getBytes(StandardCharsets.UTF_8)), FormatLimits.defaults());
    }
}
