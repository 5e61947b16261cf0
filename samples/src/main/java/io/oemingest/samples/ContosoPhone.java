package io.oemingest.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.oemingest.core.format.image.RegistryValue;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageStyle;
import io.oemingest.core.model.ReleaseType;
import io.oemingest.emulator.port.EkuProfile;
import io.oemingest.samples.SmallImage.Subsystem;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The packages of a made-up phone: drivers, a boot program, platform tables, customization, a HAL extension, a CBS package. */
final class ContosoPhone {
    static final String DEVICE = "CONTOSO_ONE";
    /** What operators know the phone by; the names of phones and operators that requests for update ask for. */
    static final String MODEL = "CO-1045_1011";

    static final String OPERATOR = "000-DE";

    private static final String SYSTEM32 = "\\Windows\\System32\\";
    private static final String TARGETING = "HKEY_LOCAL_MACHINE\\SYSTEM\\Platform\\DeviceTargetingInfo";

    private ContosoPhone() {}

    static List<SamplePackage> packages() {
        return release(SamplePackage.FIRST_VERSION);
    }

    /** The firmware of this revision: drivers and customization are made anew for each, the rest stays as it was at first. */
    static List<SamplePackage> release(FirmwareVersion revision) {
        return List.of(
                drivers(revision.build()).withVersion(revision),
                bootProgram(),
                platformTables(),
                customization(revision).withVersion(revision),
                halExtension(),
                display());
    }

    /** A package that nobody may submit: its own manifest says that it is for tests (rule PKG-04). */
    static SamplePackage testPackage() {
        return spkg("Diagnostics", "MainOS", Map.of(SYSTEM32 + "contosodiag.dll", driver("contosodiag.dll", 6)))
                .withReleaseType(ReleaseType.TEST);
    }

    private static SamplePackage drivers(long seed) {
        ByteSource settings = ByteSource.of("contosobattery.cfg", "Capacity=2420\r\n".getBytes(UTF_8));
        return spkg(
                "BASE.Phone",
                "MainOS",
                Map.of(
                        SYSTEM32 + "drivers\\contosobattery.sys",
                        driver("contosobattery.sys", seed),
                        SYSTEM32 + "drivers\\contosobattery.cfg",
                        settings));
    }

    private static SamplePackage bootProgram() {
        ByteSource program = image("contosocharge.efi", Subsystem.EFI_APPLICATION, 2);
        return spkg("BASE.Phone", "EFIESP", Map.of(SYSTEM32 + "BOOT\\contosocharge.efi", program));
    }

    private static SamplePackage platformTables() {
        return spkg("BASE.Phone", "PLAT", Map.of("\\ACPI\\contoso.aml", new SeededBytes("contoso.aml", 6_000, 3)));
    }

    private static SamplePackage customization(FirmwareVersion revision) {
        return spkg(
                        DEVICE,
                        "Customizations.MainOS",
                        Map.of("\\Windows\\ImageUpdate\\OEMDevicePlatform.xml", devicePlatform()))
                .withRegistry(List.of(
                        RegistryValue.text(TARGETING, "PhoneManufacturer", "CONTOSO"),
                        RegistryValue.text(TARGETING, "PhoneManufacturerModelName", MODEL),
                        RegistryValue.text(TARGETING, "PhoneMobileOperatorName", OPERATOR),
                        RegistryValue.text(TARGETING, "PhoneModelName", "Contoso One"),
                        RegistryValue.text(TARGETING, "PhoneROMLanguage", "0407"),
                        RegistryValue.text(TARGETING, "PhoneHardwareVariant", "CO-1045"),
                        RegistryValue.text(TARGETING, "PhoneFirmwareRevision", fiveDigits(revision))));
    }

    /** As the documents print it. */
    private static String fiveDigits(FirmwareVersion revision) {
        return String.format(
                Locale.ROOT,
                "%05d.%05d.%05d.%05d",
                revision.major(),
                revision.minor(),
                revision.qfe(),
                revision.build());
    }

    private static ByteSource devicePlatform() {
        String text = """
                <?xml version="1.0" encoding="utf-8"?>
                <OEMDevicePlatform xmlns="http://schemas.microsoft.com/embedded/2004/10/ImageUpdate">
                  <MinSectorCount>30535680</MinSectorCount>
                  <DevicePlatformID>Contoso.MSM8974.One</DevicePlatformID>
                </OEMDevicePlatform>""";
        return ByteSource.of("OEMDevicePlatform.xml", text.getBytes(UTF_8));
    }

    private static SamplePackage halExtension() {
        String name = "HalExtContosoTimer.dll";
        return spkg("HalExtensions", "MainOS", Map.of(SYSTEM32 + name, driver(name, 4)))
                .withSigner(EkuProfile.HAL);
    }

    private static SamplePackage display() {
        String name = "contosodisplay.dll";
        return SamplePackage.of(PackageStyle.CBS, "Display", "MainOS", Map.of(SYSTEM32 + name, driver(name, 5)));
    }

    private static SamplePackage spkg(String component, String subComponent, Map<String, ByteSource> files) {
        return SamplePackage.of(PackageStyle.SPKG, component, subComponent, files);
    }

    private static ByteSource driver(String name, long seed) {
        return image(name, Subsystem.NATIVE, seed);
    }

    private static ByteSource image(String name, Subsystem subsystem, long seed) {
        return ByteSource.of(name, SmallImage.make(subsystem, 4096, seed));
    }
}
