package io.oemingest.core.format.pkg;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.image.DeviceTargeting;
import io.oemingest.core.format.image.RegistryValue;
import io.oemingest.core.format.image.TargetingSetting;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageStyle;
import io.oemingest.core.model.PhoneOperatorPairing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TargetingFinderTest {
    private static final String KEY = "HKEY_LOCAL_MACHINE\\SYSTEM\\Platform\\DeviceTargetingInfo";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(PackageStyle.class)
    void findsTypedValuesAndWhereEachStands(PackageStyle style) throws IOException {
        DeviceTargeting found = found(writer(style, "Customizations.MainOS")
                .registry(List.of(
                        RegistryValue.text(KEY, "PhoneManufacturer", "CONTOSO"),
                        RegistryValue.text(KEY, "PhoneManufacturerModelName", "D100_ROW"),
                        RegistryValue.text(KEY, "PhoneMobileOperatorName", "000-DE"),
                        RegistryValue.text(KEY, "PhoneFirmwareRevision", "02540.00019.15236.45008"))));

        assertThat(found).isNotNull();
        assertThat(found.pairing()).isEqualTo(new PhoneOperatorPairing("CONTOSO", "D100_ROW", "000-DE"));
        assertThat(found.firmwareVersion()).isEqualTo(new FirmwareVersion(2540, 19, 15236, 45008));
        assertThat(found.text(TargetingSetting.FIRMWARE_REVISION)).isEqualTo("02540.00019.15236.45008");
        assertThat(found.text(TargetingSetting.ROM_LANGUAGE)).isNull();
        assertThat(found.location().file()).isEqualTo("written.pkg");
        assertThat(found.place(TargetingSetting.MANUFACTURER)).isEqualTo(found.location());
        assertThat(found.location().part()).endsWith(style == PackageStyle.SPKG ? ".reg" : ".manifest");
        assertThat(found.provisioned()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(PackageStyle.class)
    void tellsThatProvisioningDataMaySetMore(PackageStyle style) throws IOException {
        List<RegistryValue> values = List.of(RegistryValue.text(KEY, "PhoneManufacturer", "CONTOSO"));

        assertThat(found(writer(style, "Customizations.MainOS")
                        .registry(values)
                        .file("\\Programs\\CommonFiles\\ADC\\Microsoft\\ProvisionData.cab", content())))
                .satisfies(each -> assertThat(each.provisioned()).isTrue());
        assertThat(found(writer(style, "Customizations.MainOS")
                        .registry(values)
                        .file("\\Programs\\Contoso\\Setup.exe", content())))
                .satisfies(each -> assertThat(each.provisioned()).isFalse());
    }

    @Test
    void lastValueOfANameCountsWhateverItsCase() throws IOException {
        DeviceTargeting found = found(writer(PackageStyle.SPKG, "Customizations.StaticApps.MainOS")
                .registry(List.of(
                        RegistryValue.text(KEY, "PHONEMANUFACTURER", "FIRST"),
                        RegistryValue.text(KEY.toUpperCase(Locale.ROOT), "PhoneManufacturer", "SECOND"))));

        assertThat(found.manufacturer()).isEqualTo("SECOND");
        assertThat(found.values()).hasSize(1);
    }

    private static PackageWriter writer(PackageStyle style, String subComponent) {
        return PackageWriter.of(PackageManifest.retail(style, PackageIdentity.of("Contoso", "DEMO_ROW", subComponent))
                .build());
    }

    private DeviceTargeting found(PackageWriter writer) throws IOException {
        Path file = folder.resolve("written.pkg");
        writer.writeTo(file, (name, subjects) -> name.getBytes(StandardCharsets.UTF_8));
        return FirmwarePackage.read(ByteSource.of("written.pkg", Files.readAllBytes(file)), FormatLimits.defaults())
                .deviceTargeting();
    }

    private static ByteSource content() {
        return ByteSource.of("content", new byte[] {1, 2, 3});
    }
}
