package io.oemingest.core.format.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.image.LayoutPartition.FileSystem;
import io.oemingest.core.format.image.LayoutPartition.Flag;
import io.oemingest.core.format.image.LayoutPartition.Sectors;
import io.oemingest.core.format.image.LayoutPartition.UpdateType;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeviceLayoutRoundTripTest {
    private static final int DOCUMENTS = 100;
    private static final Set<Flag> ALL = EnumSet.allOf(Flag.class);
    // The schemas are older than this one.
    private static final Set<Flag> KNOWN = EnumSet.complementOf(EnumSet.of(Flag.PREPARE_FVE_METADATA));

    @Test
    void readsBackTheFirstFormItWrites() {
        Chance.many(DOCUMENTS, chance -> check(firstForm(chance, ALL)));
    }

    @Test
    void readsBackStoresAndPoolsThatItWrites() {
        Chance.many(DOCUMENTS, chance -> check(stores(chance, ALL, chance.below(4))));
    }

    @Test
    void writesWhatTheSchemaOfTheFirstFormAllows() {
        Schemas schema = Schemas.orSkip("DeviceLayout.xsd");
        Chance.many(DOCUMENTS, chance -> schema.accept(firstForm(chance, KNOWN).toBytes()));
    }

    @Test
    void writesWhatTheSchemaOfTheSecondFormAllows() {
        Schemas schema = Schemas.orSkip("DeviceLayoutv2.xsd");
        Chance.many(DOCUMENTS, chance -> schema.accept(stores(chance, KNOWN, 0).toBytes()));
    }

    @Test
    void writesPoolsBehindTheStoresOutside() {
        DeviceLayout layout = new DeviceLayout(
                DeviceLayout.Version.V2,
                4096,
                128L,
                0x200000,
                null,
                List.of(
                        new LayoutStore("{1}", null, null, 8L, true, 0, List.of(plain("A"))),
                        new LayoutStore("{2}", null, null, null, false, 1, List.of(plain("B")))));

        assertThat(new String(layout.toBytes(), StandardCharsets.UTF_8)).isEqualTo("""
                        <?xml version="1.0" encoding="utf-8"?>
                        <DeviceLayout xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns="http://schemas.microsoft.com/embedded/2004/10/ImageUpdate/v2">
                          <Stores>
                            <Store>
                              <Id>{1}</Id>
                              <SizeInSectors>8</SizeInSectors>
                              <OnlyAllocateDefinedGptEntries>true</OnlyAllocateDefinedGptEntries>
                              <Partitions>
                                <Partition>
                                  <Name>A</Name>
                                  <Type>{t}</Type>
                                  <RequiredToFlash>true</RequiredToFlash>
                                  <TotalSectors>7</TotalSectors>
                                  <UpdateType>Critical</UpdateType>
                                  <FileSystem>FAT</FileSystem>
                                  <ClusterSize>0x4000</ClusterSize>
                                </Partition>
                              </Partitions>
                            </Store>
                          </Stores>
                          <StoragePools>
                            <StoragePool>
                              <Stores>
                                <Store>
                                  <Id>{2}</Id>
                                  <Partitions>
                                    <Partition>
                                      <Name>B</Name>
                                      <Type>{t}</Type>
                                      <RequiredToFlash>true</RequiredToFlash>
                                      <TotalSectors>7</TotalSectors>
                                      <UpdateType>Critical</UpdateType>
                                      <FileSystem>FAT</FileSystem>
                                      <ClusterSize>0x4000</ClusterSize>
                                    </Partition>
                                  </Partitions>
                                </Store>
                              </Stores>
                            </StoragePool>
                          </StoragePools>
                          <SectorSize>4096</SectorSize>
                          <ChunkSize>128</ChunkSize>
                          <DefaultPartitionByteAlignment>0x200000</DefaultPartitionByteAlignment>
                        </DeviceLayout>""".replace("\n", "\r\n"));
    }

    private static LayoutPartition plain(String name) {
        return new LayoutPartition(
                name,
                "{t}",
                null,
                FileSystem.FAT,
                UpdateType.CRITICAL,
                null,
                new Sectors(7L, null, null),
                0,
                0x4000,
                Set.of(Flag.REQUIRED_TO_FLASH));
    }

    private static DeviceLayout firstForm(Chance chance, Set<Flag> flags) {
        return layout(
                chance,
                DeviceLayout.Version.V1,
                List.of(new LayoutStore(null, null, null, null, false, 0, partitions(chance, flags))));
    }

    private static DeviceLayout stores(Chance chance, Set<Flag> flags, int pools) {
        List<LayoutStore> stores = new ArrayList<>();
        for (int pool = 0; pool <= pools; pool++) {
            int number = pool;
            stores.addAll(chance.some(
                    2,
                    () -> new LayoutStore(
                            chance.text(),
                            chance.maybe(chance::text),
                            chance.maybe(chance::text),
                            chance.maybe(chance::number),
                            chance.coin(),
                            number,
                            partitions(chance, flags))));
        }
        return layout(chance, DeviceLayout.Version.V2, stores);
    }

    private static DeviceLayout layout(Chance chance, DeviceLayout.Version version, List<LayoutStore> stores) {
        return new DeviceLayout(
                version,
                1 + chance.number(),
                chance.maybe(() -> 1 + chance.number()),
                chance.coin() ? 0 : chance.number(),
                chance.maybe(chance::text),
                stores);
    }

    private static List<LayoutPartition> partitions(Chance chance, Set<Flag> flags) {
        return chance.some(
                3,
                () -> new LayoutPartition(
                        chance.text(),
                        chance.text(),
                        chance.maybe(chance::text),
                        fileSystem(chance),
                        chance.oneOf(List.of(UpdateType.values())),
                        chance.maybe(chance::text),
                        new Sectors(
                                chance.maybe(chance::number),
                                chance.maybe(chance::number),
                                chance.maybe(chance::number)),
                        chance.coin() ? 0 : chance.number(),
                        chance.coin() ? 0 : chance.number(),
                        Set.copyOf(chance.list(4, () -> chance.oneOf(List.copyOf(flags))))));
    }

    private static @Nullable FileSystem fileSystem(Chance chance) {
        return chance.maybe(() -> chance.oneOf(List.of(FileSystem.values())));
    }

    private static void check(DeviceLayout layout) throws IOException {
        assertThat(DeviceLayout.read(ByteSource.of("DeviceLayout.xml", layout.toBytes()), FormatLimits.defaults()))
                .isEqualTo(layout);
    }
}
