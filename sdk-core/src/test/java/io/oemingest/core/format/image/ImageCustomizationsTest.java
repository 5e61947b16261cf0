package io.oemingest.core.format.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PhoneOperatorPairing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageCustomizationsTest {
    private static final String FILE = "PhoneMetadataDeviceTargetingInfo.xml";
    private static final String ROOT =
            "<ImageCustomizations xmlns='http://schemas.microsoft.com/embedded/2004/10/ImageUpdate'>\n";
    private static final String END = "</ImageCustomizations>";
    static final String FULL = """
            <?xml version="1.0" encoding="utf-8"?>
            <ImageCustomizations xmlns="http://schemas.microsoft.com/embedded/2004/10/ImageUpdate" Name="Phones" Owner="Contoso" OwnerType="OEM">
              <Targets>
                <Target Id="Germany">
                  <TargetState>
                    <Condition Name="MCC" Value="262" />
                    <Condition Name="MNC" Value="01" />
                  </TargetState>
                  <TargetState>
                    <Condition Name="SPN" Value="Fabrikam" />
                  </TargetState>
                </Target>
              </Targets>
              <Static>
                <Settings Path="DeviceInfo/Static">
                  <Setting Name="PhoneManufacturer" Value="CONTOSO" />
                  <Setting Name="PhoneFirmwareRevision" Value="00001.00040.00055.00808" />
                </Settings>
                <Settings Path="Theme">
                  <Setting Name="PhoneModelName" Value="no setting of the phone" />
                </Settings>
              </Static>
              <Variant Name="ROW">
                <Settings Path="DeviceInfo/Variant">
                  <Setting Name="PhoneMobileOperatorName" Value="000-88" />
                  <Setting Name="PhoneManufacturerModelName" Value="D100_ROW" />
                </Settings>
              </Variant>
              <Variant Name="Germany">
                <TargetRefs>
                  <TargetRef Id="Germany" />
                </TargetRefs>
                <Settings Path="DeviceInfo/Variant">
                  <Setting Name="PhoneMobileOperatorName" Value="FAB-DE" />
                  <Setting Name="PhoneManufacturerModelName" Value="D100_DE" />
                  <Setting Name="phonemanufacturer" Value="FABRIKAM" />
                </Settings>
              </Variant>
              <Variant Name="Sounds">
                <Settings Path="EventSounds">
                  <Setting Name="Alarm" Value="a.wma" />
                </Settings>
              </Variant>
            </ImageCustomizations>""".replace("\n", "\r\n");

    @Test
    void findsOnePhoneAndOperatorForEachVariantThatNamesOne() throws IOException {
        List<DeviceTargeting> found = read(FULL).deviceTargeting();

        assertThat(found)
                .extracting(DeviceTargeting::pairing)
                .containsExactly(
                        new PhoneOperatorPairing("CONTOSO", "D100_ROW", "000-88"),
                        new PhoneOperatorPairing("FABRIKAM", "D100_DE", "FAB-DE"));
        assertThat(found).extracting(DeviceTargeting::modelName).doesNotContainNull();
        assertThat(found)
                .extracting(each -> each.text(TargetingSetting.MODEL_NAME))
                .containsOnlyNulls();
        assertThat(found).extracting(DeviceTargeting::provisioned).containsOnly(false);
        DeviceTargeting first = found.get(0);
        assertThat(first.firmwareRevision()).isEqualTo("00001.00040.00055.00808");
        assertThat(first.firmwareVersion()).isEqualTo(FirmwareVersion.parse("1.40.55.808"));
        assertThat(first.place(TargetingSetting.MANUFACTURER)).isEqualTo(Location.ofLine(FILE, 16, 59));
        assertThat(first.place(TargetingSetting.OPERATOR_NAME)).isEqualTo(Location.ofLine(FILE, 25, 64));
        assertThat(first.place(TargetingSetting.ROM_LANGUAGE)).isEqualTo(Location.ofLine(FILE, 23, 23));
    }

    @Test
    void findsTheStaticSettingsAloneWithoutAVariant() throws IOException {
        String settings = "<Static><Settings Path='deviceinfo/static'><Setting Name='PhoneROMLanguage' Value='0409'/>"
                + "<Setting Name='PhoneHardwareVariant'/></Settings></Static>";

        List<DeviceTargeting> found = read(ROOT + settings + END).deviceTargeting();

        assertThat(found).singleElement().satisfies(each -> {
            assertThat(each.values()).hasSize(2).containsEntry("PhoneROMLanguage", "0409");
            assertThat(each.text(TargetingSetting.HARDWARE_VARIANT)).isEmpty();
            assertThat(each.pairing()).isNull();
            assertThat(each.firmwareVersion()).isNull();
            assertThat(each.location()).isEqualTo(Location.ofLine(FILE, 1, 88));
        });
        assertThat(read(ROOT + END).deviceTargeting()).isEmpty();
    }

    @Test
    void keepsTheRawFirmwareRevisionWhenItIsNoVersion() {
        DeviceTargeting targeting =
                new DeviceTargeting(Location.ofFile("a"), Map.of("PhoneFirmwareRevision", "0001.0040.0055.20140808"));

        assertThat(targeting.firmwareRevision()).isEqualTo("0001.0040.0055.20140808");
        assertThat(targeting.firmwareVersion()).isNull();
    }

    @Test
    void writesTheFormOfTheDocument() throws IOException {
        assertThat(new String(read(FULL).toBytes(), StandardCharsets.UTF_8)).isEqualTo(FULL);
    }

    @Test
    void skipsWhatItDoesNotKnow() throws IOException {
        ImageCustomizations answers = read(ROOT + "<Static><Applications/><Settings Path='A'><Asset Name='x'/>"
                + "</Settings></Static><Future/><Variant><Applications/></Variant>" + END);

        assertThat(answers.header()).isEqualTo(new ImageCustomizations.Header(null, null, null, null));
        assertThat(answers.statics()).containsExactly(new ImageCustomizations.Settings("A", List.of()));
        assertThat(answers.variants()).singleElement().satisfies(each -> {
            assertThat(each.name()).isNull();
            assertThat(each.settings()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <Static><Settings/></Static>|2:20: element 'Settings' has no attribute 'Path'
                    <Static><Settings Path="a"><Setting Value="v"/></Settings></Static>|2:48: element 'Setting' has no attribute 'Name'
                    <Targets><Target/></Targets>|2:19: element 'Target' has no attribute 'Id'
                    <Targets><Target Id="t"><TargetState><Condition Name="n"/></TargetState></Target></Targets>|2:59: element 'Condition' has no attribute 'Value'
                    <Variant><TargetRefs><TargetRef/></TargetRefs></Variant>|2:34: element 'TargetRef' has no attribute 'Id'
                    """)
    void pointsAtWhatIsMissing(String content, String complaint) {
        assertThatThrownBy(() -> read(ROOT + content + END)).hasMessage(FILE + ":" + complaint);
    }

    @Test
    void refusesVariantsThatWouldMultiplyTheStaticSettings() {
        String xml = ROOT + "<Static><Settings Path='DeviceInfo/Static'>" + "<Setting Name='a'/>".repeat(300)
                + "</Settings></Static>" + "<Variant/>".repeat(300) + END;

        assertThatThrownBy(() -> read(xml))
                .hasMessage(FILE + ":1:88: the variants have more than 65535 settings altogether");
    }

    @Test
    void readsBackWhatItWrites() {
        Chance.many(100, chance -> {
            byte[] written = customizations(chance).toBytes();

            ImageCustomizations read = ImageCustomizations.read(ByteSource.of(FILE, written), FormatLimits.defaults());
            assertThat(read.toBytes()).isEqualTo(written);
            assertThat(read.deviceTargeting())
                    .extracting(each -> each.places().keySet())
                    .isEqualTo(read.deviceTargeting().stream()
                            .map(each -> each.values().keySet())
                            .toList());
        });
    }

    private static ImageCustomizations customizations(Chance chance) {
        return new ImageCustomizations(
                Location.ofFile(FILE),
                new ImageCustomizations.Header(
                        chance.maybe(chance::text),
                        chance.maybe(chance::text),
                        chance.maybe(chance::text),
                        chance.maybe(chance::text)),
                settings(chance),
                chance.list(
                        3,
                        () -> new ImageCustomizations.Target(
                                chance.text(),
                                chance.list(
                                        2,
                                        () -> chance.list(
                                                2,
                                                () -> new ImageCustomizations.Condition(
                                                        chance.text(), chance.text()))))),
                chance.list(
                        3,
                        () -> new ImageCustomizations.Variant(
                                Location.ofFile(FILE),
                                chance.maybe(chance::text),
                                chance.list(2, chance::text),
                                settings(chance))));
    }

    private static List<ImageCustomizations.Settings> settings(Chance chance) {
        return chance.list(
                3,
                () -> new ImageCustomizations.Settings(
                        chance.oneOf(List.of("DeviceInfo/Static", "DeviceInfo/Variant", "Theme")),
                        chance.list(
                                4,
                                () -> new ImageCustomizations.Setting(
                                        Location.ofFile(FILE),
                                        chance.oneOf(List.of(TargetingSetting.values()))
                                                .text(),
                                        chance.text()))));
    }

    private static ImageCustomizations read(String xml) throws IOException {
        return ImageCustomizations.read(
                ByteSource.of(FILE, xml.getBytes(StandardCharsets.UTF_8)), FormatLimits.defaults());
    }
}
