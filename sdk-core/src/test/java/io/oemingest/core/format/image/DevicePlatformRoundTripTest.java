package io.oemingest.core.format.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DevicePlatformRoundTripTest {
    private static final int DOCUMENTS = 100;

    @Test
    void readsBackWhatItWrites() {
        Chance.many(DOCUMENTS, chance -> {
            OemDevicePlatform platform = platform(chance, chance.maybe(chance::text));

            assertThat(OemDevicePlatform.read(
                            ByteSource.of("OEMDevicePlatform.xml", platform.toBytes()), FormatLimits.defaults()))
                    .isEqualTo(platform);
        });
    }

    @Test
    void writesWhatTheSchemaAllows() {
        Schemas schema = Schemas.orSkip("OEMDevicePlatform.xsd");
        Chance.many(DOCUMENTS, chance -> schema.accept(platform(chance, null).toBytes()));
    }

    @Test
    void writesOneIdAloneAndRulesInTheirOrder() {
        OemDevicePlatform platform = new OemDevicePlatform(
                1024,
                List.of("Contoso.QC8974.D100"),
                61_440L,
                null,
                0,
                List.of("MainOS"),
                List.of(),
                null,
                List.of(
                        new PlatformRule.StringRule("S", PlatformRule.Mode.OPTIONAL, List.of("a")),
                        new PlatformRule.IntegerRule("I", PlatformRule.Mode.NEGATIVE, -3L, null, List.of(4L))));

        assertThat(new String(platform.toBytes(), StandardCharsets.UTF_8)).isEqualTo("""
                        <?xml version="1.0" encoding="utf-8"?>
                        <OEMDevicePlatform xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns="http://schemas.microsoft.com/embedded/2004/10/ImageUpdate">
                          <MinSectorCount>1024</MinSectorCount>
                          <AdditionalMainOSFreeSectorsRequest>61440</AdditionalMainOSFreeSectorsRequest>
                          <DevicePlatformID>Contoso.QC8974.D100</DevicePlatformID>
                          <MainOSRTCDataReservedSectors>0</MainOSRTCDataReservedSectors>
                          <CompressedPartitions>
                            <Name>MainOS</Name>
                          </CompressedPartitions>
                          <Rules>
                            <StringRules>
                              <StringRule>
                                <Property>S</Property>
                                <Mode>OPTIONAL</Mode>
                                <List>
                                  <Value>a</Value>
                                </List>
                              </StringRule>
                            </StringRules>
                            <IntegerRules>
                              <IntegerRule>
                                <Property>I</Property>
                                <Mode>NEGATIVE</Mode>
                                <Min>-3</Min>
                                <List>
                                  <Value>4</Value>
                                </List>
                              </IntegerRule>
                            </IntegerRules>
                          </Rules>
                        </OEMDevicePlatform>""".replace("\n", "\r\n"));
    }

    private static OemDevicePlatform platform(Chance chance, @Nullable String biosMode) {
        return new OemDevicePlatform(
                1 + chance.number(),
                chance.some(4, chance::text),
                chance.maybe(chance::number),
                chance.maybe(chance::number),
                chance.number() & 0xffff_ffffL,
                chance.list(2, chance::text),
                chance.list(2, chance::text),
                biosMode,
                rules(chance));
    }

    private static List<PlatformRule> rules(Chance chance) {
        List<PlatformRule> strings = chance.list(
                2, () -> new PlatformRule.StringRule(chance.text(), mode(chance), chance.some(4, chance::text)));
        List<PlatformRule> integers = chance.list(
                2,
                () -> new PlatformRule.IntegerRule(
                        chance.text(),
                        mode(chance),
                        chance.maybe(() -> (long) chance.integer()),
                        chance.maybe(() -> (long) chance.integer()),
                        chance.list(2, () -> (long) chance.integer())));
        List<PlatformRule> rules = new ArrayList<>(chance.coin() ? strings : integers);
        rules.addAll(rules.equals(strings) ? integers : strings);
        return rules;
    }

    private static PlatformRule.Mode mode(Chance chance) {
        return chance.oneOf(List.of(PlatformRule.Mode.values()));
    }
}
