package io.oemingest.core.format.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.testing.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OemDevicePlatformTest {
    private static final String ROOT =
            "<OEMDevicePlatform xmlns='http://schemas.microsoft.com/embedded/2004/10/ImageUpdate'>\n";
    static final String FULL = ROOT + """
            <Rules><StringRules><StringRule><Mode>OPTIONAL</Mode><List><Value>a</Value><Value>b</Value></List>
            <Property>P</Property></StringRule></StringRules><IntegerRules>
            <IntegerRule><Property>Q</Property><Mode>NEGATIVE</Mode><Min>-3</Min><Max>9</Max></IntegerRule>
            <IntegerRule><Property>R</Property><Mode>AFFIRMATIVE</Mode><List><Value>5</Value></List></IntegerRule>
            </IntegerRules></Rules><BIOSMode>UEFI</BIOSMode>
            <UncompressedPartitions><Name>Data</Name></UncompressedPartitions>
            <CompressedPartitions><Name>MainOS</Name></CompressedPartitions>
            <MainOSRTCDataReservedSectors>7</MainOSRTCDataReservedSectors>
            <MMOSPartitionTotalSectorsOverride>0x10</MMOSPartitionTotalSectorsOverride>
            <DevicePlatformIDs><ID>C.D.1</ID><ID>C.D.2</ID></DevicePlatformIDs>
            <MinSectorCount>1024</MinSectorCount></OEMDevicePlatform>""";

    @Test
    void readsThePlatformOfARealPhone() throws IOException {
        assertThat(read(Samples.fileOrSkip("device-lumia930", "OEMDevicePlatform.xml")))
                .isEqualTo(new OemDevicePlatform(
                        25_165_824,
                        List.of("Nokia.MSM8974.P6180"),
                        61_440L,
                        null,
                        0,
                        List.of(),
                        List.of(),
                        null,
                        List.of()));
    }

    @Test
    void readsAllRealPlatforms() throws IOException {
        for (Path file : Samples.filesOrSkip("oemdeviceplatform.xml")) {
            OemDevicePlatform platform = read(file);
            assertThat(platform.minSectorCount()).isEqualTo(25_165_824);
            assertThat(platform.platformIds()).containsExactly("Nokia.MSM8974.P6180");
        }
    }

    @Test
    void readsEveryElementInAnyOrder() throws IOException {
        assertThat(read(FULL))
                .isEqualTo(new OemDevicePlatform(
                        1024,
                        List.of("C.D.1", "C.D.2"),
                        null,
                        16L,
                        7,
                        List.of("MainOS"),
                        List.of("Data"),
                        "UEFI",
                        List.of(
                                new PlatformRule.StringRule("P", PlatformRule.Mode.OPTIONAL, List.of("a", "b")),
                                new PlatformRule.IntegerRule("Q", PlatformRule.Mode.NEGATIVE, -3L, 9L, List.of()),
                                new PlatformRule.IntegerRule(
                                        "R", PlatformRule.Mode.AFFIRMATIVE, null, null, List.of(5L)))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "<MinSectorCount>1</MinSectorCount>|1:86: element 'OEMDevicePlatform' has neither 'DevicePlatformID' nor"
                        + " 'DevicePlatformIDs'",
                "<DevicePlatformID>a</DevicePlatformID>|1:86: element 'OEMDevicePlatform' has no 'MinSectorCount'",
                "<MinSectorCount>0</MinSectorCount><DevicePlatformID>a</DevicePlatformID>|2:17: element 'MinSectorCount' is"
                        + " not a positive whole number: '0'",
                "<MinSectorCount>0x10</MinSectorCount><DevicePlatformID>a</DevicePlatformID>|2:17: element 'MinSectorCount'"
                        + " is not a positive whole number: '0x10'",
                "<DevicePlatformID/>|2:20: element 'DevicePlatformID' is empty",
                "<DevicePlatformIDs/>|2:21: element 'DevicePlatformIDs' has no 'ID'",
                "<DevicePlatformIDs><ID> </ID></DevicePlatformIDs>|2:24: element 'ID' is empty",
                "<DevicePlatformID>a</DevicePlatformID><DevicePlatformIDs><ID>b</ID></DevicePlatformIDs>|2:19: element"
                        + " 'DevicePlatformID' and 'DevicePlatformIDs' exclude each other",
                "<MinSectorCount>1</MinSectorCount><DevicePlatformID>a</DevicePlatformID><MMOSPartitionTotalSectorsOverride>x"
                        + "</MMOSPartitionTotalSectorsOverride>|2:108: element 'MMOSPartitionTotalSectorsOverride' is neither"
                        + " a decimal nor a 0x number: 'x'",
                "<Rules><StringRules><StringRule><Property>p</Property><Mode>MAYBE</Mode><List><Value>a</Value></List>"
                        + "</StringRule></StringRules></Rules>|2:61: element 'Mode' is none of AFFIRMATIVE, NEGATIVE,"
                        + " OPTIONAL: 'MAYBE'",
                "<Rules><StringRules><StringRule/></StringRules></Rules>|2:34: element 'StringRule' has no 'Value' in a 'List'",
                "<Rules><IntegerRules><IntegerRule><Property>p</Property><Mode>OPTIONAL</Mode><List><Value>a</Value></List>"
                        + "</IntegerRule></IntegerRules></Rules>|2:91: element 'Value' is not a whole number of up to 18 digits: 'a'",
                "<Rules><IntegerRules><IntegerRule><Property>p</Property><Mode>OPTIONAL</Mode><Max>9.5</Max>"
                        + "</IntegerRule></IntegerRules></Rules>|2:83: element 'Max' is not a whole number of up to 18"
                        + " digits: '9.5'",
            })
    void refusesWhatTheSchemaRefuses(String content, String complaint) {
        assertThatThrownBy(() -> read(ROOT + content + "</OEMDevicePlatform>"))
                .hasMessage("OEMDevicePlatform.xml:" + complaint);
    }

    private static OemDevicePlatform read(Path file) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            return OemDevicePlatform.read(source, FormatLimits.defaults());
        }
    }

    private static OemDevicePlatform read(String xml) throws IOException {
        return OemDevicePlatform.read(
                ByteSource.of("OEMDevicePlatform.xml", xml.getBytes(StandardCharsets.UTF_8)), FormatLimits.defaults());
    }
}
