package io.oemingest.core.format.pkg;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.oemingest.core.format.cabinet.CabinetReaders;
import io.oemingest.core.format.image.RegistryFile;
import io.oemingest.core.format.image.RegistryValue;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.testing.hostile.Expect;
import io.oemingest.core.testing.hostile.HostileReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The readers of this package under attack. */
public final class PackageReaders {
    private static final String TARGETING_KEY = "HKEY_LOCAL_MACHINE\\SYSTEM\\Platform\\DeviceTargetingInfo";
    private static final String COMPONENT = """
            <?xml version="1.0" encoding="utf-8"?>
            <assembly xmlns="urn:schemas-microsoft-com:asm.v3" manifestVersion="1.0">
              <registryKeys>
                <registryKey keyName="HKEY_LOCAL_MACHINE\\SYSTEM\\Platform\\DeviceTargetingInfo">
                  <registryValue name="PhoneManufacturer" valueType="REG_SZ" value="CONTOSO" />
                  <registryValue name="PhoneFirmwareRevision" value="1.2" />
                </registryKey>
              </registryKeys>
            </assembly>""";

    private PackageReaders() {}

    public static List<HostileReader> all() {
        return List.of(
                new HostileReader(
                        "package-dsm", () -> List.of(dsmPackage(), dualPackage()), PackageReaders::readPackage),
                new HostileReader("package-cbs", () -> List.of(cbsPackage()), PackageReaders::readPackage),
                new HostileReader("dsm", () -> List.of(Manifests.DSM.getBytes(UTF_8)), PackageReaders::readDsm),
                new HostileReader("diff-package", () -> List.of(diffPackage()), PackageReaders::readDiff),
                new HostileReader("mum", () -> List.of(Manifests.MUM.getBytes(UTF_8)), PackageReaders::readMum),
                new HostileReader(
                        "component-manifest",
                        () -> List.of(COMPONENT.getBytes(UTF_8), "DCM\1".getBytes(US_ASCII)),
                        source -> ComponentReader.read("x.manifest", source, HostileReader.LIMITS)));
    }

    private static void readPackage(ByteSource source) throws IOException {
        FirmwarePackage firmware = FirmwarePackage.read(source, HostileReader.LIMITS);
        firmware.deviceTargeting();
        firmware.downlevelMetadata();
        firmware.forEachComponent(Component::hasRightName);
        Expect.that(
                firmware.catalogBytes().length == firmware.catalogMember().size(),
                "the catalog is as long as declared");
        Expect.that(
                firmware.manifest().files().stream()
                        .allMatch(each -> firmware.cabinet().find(each.cabPath()) != null),
                "the cabinet has every file of the manifest");
        PackageWriter.fileName(firmware.manifest());
    }

    private static void readDsm(ByteSource source) throws IOException {
        DsmReader.read(source, HostileReader.LIMITS);
    }

    private static void readDiff(ByteSource source) throws IOException {
        DiffPackage.read(source, HostileReader.LIMITS);
    }

    private static void readMum(ByteSource source) throws IOException {
        CbsReader.read(source, HostileReader.LIMITS);
    }

    private static byte[] diffPackage() {
        return CabinetReaders.stored(members(
                "man.dsm.xml",
                Manifests.DSM.getBytes(UTF_8),
                "dman.ddsm.xml",
                DiffPackageTest.DDSM.getBytes(UTF_8),
                "2_dsdt.aml",
                new byte[5]));
    }

    private static byte[] dualPackage() {
        String identity = "Contoso.BASE.Phone.PLAT~628844477771337a~arm~~1.40.55.808";
        byte[] inner = CabinetReaders.stored(members(
                "windows\\" + identity + "\\update.mum",
                Manifests.MUM.getBytes(UTF_8),
                "windows\\" + identity + "\\mapping.csv",
                "\\a,\\windows\\WinSxS\\x\\a\r\n".getBytes(UTF_8)));
        String manifest = Manifests.DSM
                .replace("\\ACPI\\dsdt.aml", "\\Windows\\Packages\\DownlevelMetadata\\" + identity + ".xap")
                .replace("<FileSize>4<", "<FileSize>" + inner.length + "<");
        return CabinetReaders.stored(
                members("man.dsm.xml", manifest.getBytes(UTF_8), "content.cat", new byte[3], "2_dsdt.aml", inner));
    }

    private static byte[] dsmPackage() {
        byte[] registry =
                new RegistryFile(List.of(RegistryValue.text(TARGETING_KEY, "PhoneManufacturer", "CONTOSO"))).toBytes();
        String manifest = Manifests.DSM
                .replace("<SubComponent>PLAT<", "<SubComponent>Customizations.PLAT<")
                .replace("<FileType>Regular<", "<FileType>Registry<")
                .replace("<FileSize>4<", "<FileSize>" + registry.length + "<")
                .replace("2_dsdt.aml", "2_x.reg");
        return CabinetReaders.stored(
                members("man.dsm.xml", manifest.getBytes(UTF_8), "content.cat", new byte[3], "2_x.reg", registry));
    }

    private static byte[] cbsPackage() {
        String manifest = Manifests.MUM
                .replace("phoneSubComponent=\"MainOS\"", "phoneSubComponent=\"Customizations.MainOS\"")
                .replace("arm\\x.dll", "x.manifest")
                .replace("\\x.dll", "\\x.manifest");
        return CabinetReaders.stored(members(
                "update.mum",
                manifest.getBytes(UTF_8),
                "update.cat",
                new byte[10],
                "x.manifest",
                COMPONENT.getBytes(UTF_8)));
    }

    private static Map<String, byte[]> members(Object... namesAndContents) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            members.put((String) namesAndContents[i], (byte[]) namesAndContents[i + 1]);
        }
        return members;
    }
}
