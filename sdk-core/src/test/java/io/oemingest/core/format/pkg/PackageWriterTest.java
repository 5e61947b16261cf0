package io.oemingest.core.format.pkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.cabinet.CabinetCompression;
import io.oemingest.core.format.cabinet.CabinetMember;
import io.oemingest.core.format.image.DeviceTargeting;
import io.oemingest.core.format.image.RegistryValue;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageName;
import io.oemingest.core.model.PackageStyle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PackageWriterTest {
    private static final PackageIdentity SAMPLE = PackageIdentity.of("Contoso", "Sample", "MainOS");
    private static final FirmwareVersion VERSION = new FirmwareVersion(1, 40, 55, 808);
    private static final String TARGETING = "HKEY_LOCAL_MACHINE\\SYSTEM\\Platform\\DeviceTargetingInfo";

    @TempDir
    Path folder;

    private final List<CatalogSubject> subjects = new ArrayList<>();

    @Test
    void writesTheDeviceManifestOfTheField() throws IOException {
        PackageManifest facts = PackageManifest.retail(PackageStyle.SPKG, SAMPLE)
                .version(VERSION)
                .groupingKey("Sample.Key")
                .build();

        FirmwarePackage written = write(PackageWriter.of(facts)
                .file("\\windows\\System32\\Long Service & Co.dll", text("four"))
                .file("\\ACPI\\dsdt.aml", text("")));

        String template = """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <Package xmlns="http://schemas.microsoft.com/embedded/2004/10/ImageUpdate">
                          <Identity>
                            <Owner>Contoso</Owner>
                            <Component>Sample</Component>
                            <SubComponent>MainOS</SubComponent>
                            <Version Major="1" Minor="40" QFE="55" Build="808" />
                          </Identity>
                          <ReleaseType>Production</ReleaseType>
                          <OwnerType>OEM</OwnerType>
                          <BuildType>Retail</BuildType>
                          <CpuType>ARM</CpuType>
                          <Partition>MainOS</Partition>
                          <GroupingKey>Sample.Key</GroupingKey>
                          <IsRemoval>false</IsRemoval>
                          <IsBinaryPartition>false</IsBinaryPartition>
                          <Files>
                            <FileEntry>
                              <FileType>Regular</FileType>
                              <DevicePath>\\ACPI\\dsdt.aml</DevicePath>
                              <CabPath>3_dsdt.aml</CabPath>
                              <Attributes>Archive Compressed</Attributes>
                              <FileSize>0</FileSize>
                              <CompressedFileSize>0</CompressedFileSize>
                              <StagedFileSize>0</StagedFileSize>
                            </FileEntry>
                            <FileEntry>
                              <FileType>Manifest</FileType>
                              <DevicePath>\\Windows\\Packages\\DsmFiles\\Contoso.Sample.MainOS.dsm.xml</DevicePath>
                              <CabPath>man.dsm.xml</CabPath>
                              <Attributes>Archive</Attributes>
                              <FileSize>{M}</FileSize>
                              <CompressedFileSize>{M}</CompressedFileSize>
                              <StagedFileSize>{M}</StagedFileSize>
                            </FileEntry>
                            <FileEntry>
                              <FileType>Catalog</FileType>
                              <DevicePath>\\Windows\\System32\\catroot\\{F750E6C3-38EE-11D1-85E5-00C04FC295EE}\\Contoso.Sample.MainOS.cat</DevicePath>
                              <CabPath>content.cat</CabPath>
                              <Attributes>Archive Compressed</Attributes>
                              <FileSize>21</FileSize>
                              <CompressedFileSize>21</CompressedFileSize>
                              <StagedFileSize>21</StagedFileSize>
                            </FileEntry>
                            <FileEntry>
                              <FileType>Regular</FileType>
                              <DevicePath>\\windows\\System32\\Long Service &amp; Co.dll</DevicePath>
                              <CabPath>2_Long_Se.dll</CabPath>
                              <Attributes>Archive Compressed</Attributes>
                              <FileSize>4</FileSize>
                              <CompressedFileSize>4</CompressedFileSize>
                              <StagedFileSize>4</StagedFileSize>
                            </FileEntry>
                          </Files>
                        </Package>""".replace("\n", "\r\n");
        int size = template.replace("{M}", "0").replace(">21<", ">0<").length();
        assertThat(manifestText(written)).isEqualTo(template.replace("{M}", Integer.toString(size)));
        assertThat(written.cabinet().members())
                .extracting(CabinetMember::name)
                .containsExactly("content.cat", "man.dsm.xml", "2_Long_Se.dll", "3_dsdt.aml");
    }

    @Test
    void writesTheManifestsOfTheNewerStyle() throws IOException {
        PackageManifest facts = PackageManifest.retail(PackageStyle.CBS, SAMPLE)
                .version(VERSION)
                .build();
        String component = "arm_contoso.sample.mainos0_628844477771337a_1.40.55.808_none_abfa8a05534e39ba";
        String deployment = "arm_contoso.sample.mainos.deployment_628844477771337a_1.40.55.808_none_76e7f2b592a04f59";
        String hash = Digest.sha256("four".getBytes(StandardCharsets.UTF_8)).hex();

        FirmwarePackage written = write(PackageWriter.of(facts).file("\\windows\\System32\\sample.dll", text("four")));

        assertThat(manifestText(written)).isEqualTo("""
                        <?xml version="1.0" encoding="utf-8"?>
                        <assembly xmlns="urn:schemas-microsoft-com:asm.v3" manifestVersion="1.0" displayName="default" company="Contoso">
                          <assemblyIdentity name="Contoso.Sample.MainOS" version="1.40.55.808" language="neutral" processorArchitecture="arm" publicKeyToken="628844477771337a" buildType="release" />
                          <package identifier="Contoso.Sample.MainOS" releaseType="Update" restart="possible" targetPartition="MainOS" binaryPartition="false">
                            <customInformation>
                              <phoneInformation phoneRelease="Production" phoneOwnerType="OEM" phoneOwner="Contoso" phoneComponent="Sample" phoneSubComponent="MainOS" phoneGroupingKey="" />
                              <file name="\\update.mum" size="0" staged="0" compressed="0" cabpath="update.mum" />
                              <file name="\\Windows\\System32\\catroot\\{F750E6C3-38EE-11D1-85E5-00C04FC295EE}\\update.cat" size="21" staged="21" compressed="21" cabpath="update.cat" />
                              <file name="\\windows\\System32\\sample.dll" size="4" staged="4" compressed="4" cabpath="%1$s\\windows\\System32\\sample.dll" hash="%3$s" />
                              <file name="%1$s.manifest" size="855" staged="855" compressed="855" cabpath="%1$s.manifest" />
                              <file name="%2$s.manifest" size="625" staged="625" compressed="625" cabpath="%2$s.manifest" />
                            </customInformation>
                            <update name="Contoso_Sample_MainOS">
                              <component>
                                <assemblyIdentity name="Contoso.Sample.MainOS.Deployment" version="1.40.55.808" processorArchitecture="arm" language="neutral" publicKeyToken="628844477771337a" versionScope="nonSxS" />
                              </component>
                            </update>
                          </package>
                        </assembly>""".formatted(component, deployment, hash.toUpperCase(Locale.ROOT))
                .replace("\n", "\r\n"));
        assertThat(memberText(written, component + ".manifest"))
                .contains(
                        "<file name=\"windows\\System32\\sample.dll\" destinationPath=\"$(runtime.systemroot)\\System32\\\">")
                .contains("<dsig:DigestValue>"
                        + Base64.getEncoder().encodeToString(new Digest(DigestAlgorithm.SHA256, hash).bytes())
                        + "</dsig:DigestValue>");
        assertThat(memberText(written, deployment + ".manifest"))
                .contains(
                        "<deployment />",
                        "<dependentAssembly dependencyType=\"install\">",
                        "name=\"Contoso.Sample.MainOS0\"");
    }

    @ParameterizedTest
    @EnumSource(PackageStyle.class)
    void readsBackEveryFactThatItWasGiven(PackageStyle style) throws IOException {
        PackageManifest facts = PackageManifest.builder(
                        style, new PackageIdentity("Contoso", "BASE.Phone", null, "de-de", null))
                .version(VERSION)
                .ownerType("SiliconVendor")
                .releaseType("Test")
                .buildType("Checked")
                .cpuType("arm64")
                .partition("EFIESP")
                .groupingKey("Key")
                .publicKeyToken(style == PackageStyle.CBS ? "0011223344556677" : null)
                .binaryPartition(true)
                .build();

        FirmwarePackage written = write(PackageWriter.of(facts)
                .file("\\a.bin", text("aaa"))
                .file("BinaryPartition", "\\b.bin", text("bbbb"))
                .registry(List.of(RegistryValue.text(TARGETING, "PhoneManufacturer", "CONTOSO"))));

        assertThat(written.manifest())
                .isEqualTo(facts.toBuilder().files(written.manifest().files()).build());
        assertThat(written.manifest().files())
                .extracting(PackageFile::devicePath)
                .contains("\\a.bin", "\\b.bin");
        assertThat(PackageWriter.fileName(facts))
                .isEqualTo(
                        style == PackageStyle.CBS
                                ? "Contoso.BASE.Phone_LANG_de-de.cab"
                                : "Contoso.BASE.Phone_Lang_de-de.spkg");
        for (PackageFile file : written.manifest().files()) {
            CabinetMember member = written.cabinet().find(file.cabPath());
            assertThat(member).as(file.cabPath()).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(PackageStyle.class)
    void writesPackagesThatRulesMustRefuse(PackageStyle style) throws IOException {
        PackageManifest facts =
                PackageManifest.builder(style, PackageIdentity.of("", "", null)).build();

        PackageManifest read = write(PackageWriter.of(facts)).manifest();

        assertThat(read).isEqualTo(facts.toBuilder().files(read.files()).build());
    }

    @ParameterizedTest
    @EnumSource(PackageStyle.class)
    void writesAnEmptyPackageInThePlaceOfARetiredOne(PackageStyle style) throws IOException {
        Path file = folder.resolve("empty.pkg");
        PackageManifest facts =
                PackageManifest.retail(style, SAMPLE).version(VERSION).build();

        PackageWriter.writeEmpty(facts, file, (name, list) -> name.getBytes(StandardCharsets.UTF_8));

        FirmwarePackage written =
                FirmwarePackage.read(ByteSource.of("empty.pkg", Files.readAllBytes(file)), FormatLimits.defaults());
        assertThat(written.manifest().packageName()).isEqualTo(new PackageName("contoso.sample.mainos"));
        assertThat(written.manifest().version()).isEqualTo(VERSION);
        assertThat(written.manifest().files())
                .allMatch(each -> each.isMetadata() || each.cabPath().endsWith(".manifest"));
        assertThat(written.problems()).isEmpty();
        assertThatThrownBy(() -> PackageWriter.writeEmpty(
                        facts.toBuilder().removal(true).build(), file, (name, list) -> new byte[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("An empty package neither removes another nor fills a partition");
    }

    @Test
    void writesFilesWithAttributesOfTheirOwn() throws IOException {
        PackageManifest facts = PackageManifest.retail(PackageStyle.SPKG, SAMPLE)
                .version(VERSION)
                .build();

        FirmwarePackage written = write(PackageWriter.of(facts)
                .file("Regular", "\\a", "ReadOnly Hidden System", text("a"))
                .file("Regular", "\\b", "Normal", text("b")));

        assertThat(written.manifest().files())
                .filteredOn(each -> !each.isMetadata())
                .extracting(PackageFile::attributes)
                .containsExactly("ReadOnly Hidden System", "Normal");
        for (String wrong : List.of("", "Encrypted", "Archive  Hidden", "Archive ", "ArchiveHidden")) {
            assertThatThrownBy(() -> PackageWriter.of(facts).file("Regular", "\\a", wrong, text("a")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("'" + wrong + "' are no file attributes that a package may have");
        }
    }

    @ParameterizedTest
    @EnumSource(PackageStyle.class)
    void writesRemovals(PackageStyle style) throws IOException {
        PackageManifest facts = PackageManifest.retail(style, SAMPLE)
                .version(VERSION)
                .removal(true)
                .build();

        FirmwarePackage written = write(PackageWriter.of(facts));

        assertThat(written.manifest())
                .isEqualTo(facts.toBuilder().files(written.manifest().files()).build());
        assertThat(written.cabinet().members()).hasSize(2);
        assertThat(written.manifest().files()).hasSize(2).allMatch(PackageFile::isMetadata);
        assertThat(PackageWriter.fileName(facts)).endsWith(style == PackageStyle.CBS ? ".cbsr" : ".spkr");
        assertThatThrownBy(() -> write(PackageWriter.of(facts).file("\\a", text("a"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A removal package has no content of its own");
    }

    @ParameterizedTest
    @EnumSource(PackageStyle.class)
    void givesTheCatalogEveryMemberButItselfAndEmptyOnes(PackageStyle style) throws IOException {
        FirmwarePackage written =
                write(PackageWriter.of(PackageManifest.retail(style, SAMPLE).build())
                        .file("\\empty.txt", text(""))
                        .file("\\full.txt", text("full")));

        for (CabinetMember member : written.cabinet().members()) {
            byte[] content = written.cabinet().readAll(member, 1 << 20);
            boolean listed = subjects.stream().anyMatch(s -> s.equals(subject(member.name(), content)));
            assertThat(listed)
                    .as(member.name())
                    .isEqualTo(content.length > 0 && !member.equals(written.catalogMember()));
        }
    }

    @ParameterizedTest
    @EnumSource(PackageStyle.class)
    void givesTheSameBytesForTheSameInput(PackageStyle style) throws IOException {
        PackageWriter writer = PackageWriter.of(
                        PackageManifest.retail(style, SAMPLE).build())
                .file("\\a.txt", text("a".repeat(100_000)))
                .compression(CabinetCompression.MSZIP)
                .modified(LocalDateTime.of(2020, 2, 3, 4, 5, 6));

        byte[] first = bytes(write(writer));
        byte[] second = bytes(write(writer));

        assertThat(first).isEqualTo(second).hasSizeLessThan(10_000);
        assertThat(write(writer).catalogMember().modified()).isEqualTo(LocalDateTime.of(2020, 2, 3, 4, 5, 6));
    }

    @ParameterizedTest
    @EnumSource(PackageStyle.class)
    void writesTargetingValuesThatAreFoundAgain(PackageStyle style) throws IOException {
        PackageManifest facts = PackageManifest.retail(
                        style, PackageIdentity.of("Contoso", "DEMO_ROW", "Customizations.MainOS"))
                .build();

        FirmwarePackage written = write(PackageWriter.of(facts)
                .registry(List.of(
                        RegistryValue.text("HKEY_LOCAL_MACHINE\\SOFTWARE\\Other", "PhoneManufacturer", "no"),
                        RegistryValue.text(TARGETING, "PhoneManufacturer", "CONTOSO"),
                        RegistryValue.text(TARGETING, "PhoneManufacturerModelName", "D100_ROW"),
                        RegistryValue.text(TARGETING, "PhoneMobileOperatorName", "000-DE"),
                        new RegistryValue(TARGETING, "PhoneHardwareRevision", "REG_EXPAND_SZ", "2.0.0.3"),
                        new RegistryValue(TARGETING, "Number", "REG_DWORD", "00000001"),
                        RegistryValue.text(TARGETING, "PhoneFirmwareRevision", "00001.00040.00055.00808"))));

        DeviceTargeting targeting = written.deviceTargeting();
        assertThat(targeting).isNotNull();
        assertThat(targeting.manufacturer()).isEqualTo("CONTOSO");
        assertThat(targeting.modelName()).isEqualTo("D100_ROW");
        assertThat(targeting.operatorName()).isEqualTo("000-DE");
        assertThat(targeting.firmwareRevision()).isEqualTo("00001.00040.00055.00808");
        assertThat(targeting.values())
                .containsEntry("phonehardwarerevision", "2.0.0.3")
                .hasSize(5);
        assertThat(targeting.location().file()).isEqualTo("written.pkg");
    }

    @Test
    void findsNoTargetingInOtherPackages() throws IOException {
        List<RegistryValue> values = List.of(RegistryValue.text(TARGETING, "PhoneManufacturer", "CONTOSO"));
        List<RegistryValue> others = List.of(RegistryValue.text("HKEY_LOCAL_MACHINE\\SOFTWARE\\X", "a", "b"));
        PackageManifest custom = PackageManifest.retail(
                        PackageStyle.SPKG, PackageIdentity.of("Contoso", "D", "Customizations.MainOS"))
                .build();

        FirmwarePackage ordinary = write(PackageWriter.of(
                        PackageManifest.retail(PackageStyle.SPKG, SAMPLE).build())
                .registry(values));
        assertThat(ordinary.deviceTargeting()).isNull();
        assertThat(write(PackageWriter.of(custom).registry(others)).deviceTargeting())
                .isNull();
    }

    @Test
    void refusesWhatTheFormatCannotHold() {
        PackageManifest facts =
                PackageManifest.retail(PackageStyle.SPKG, SAMPLE).build();

        assertThatThrownBy(() -> PackageWriter.of(
                        PackageManifest.retail(PackageStyle.SPKG, PackageIdentity.of("Con/toso", "a", null))
                                .build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Owner has other characters than letters, digits, '_', '-' and '.': 'Con/toso'");
        assertThatThrownBy(() -> PackageWriter.of(
                        facts.toBuilder().partition("a".repeat(65)).build()))
                .hasMessage("Partition has more than 64 characters: '" + "a".repeat(65) + "'");
        assertThatThrownBy(() -> PackageWriter.of(
                        facts.toBuilder().removal(true).binaryPartition(true).build()))
                .hasMessage("A package that fills a partition cannot be removed");
        assertThatThrownBy(() -> PackageWriter.of(PackageManifest.retail(PackageStyle.CBS, SAMPLE)
                        .platform("QC8974")
                        .build()))
                .hasMessage("A CBS manifest has no platform");
        assertThatThrownBy(() -> PackageWriter.of(facts).file("a.txt", text("")))
                .hasMessage("The device path 'a.txt' does not start with '\\'");
        assertThatThrownBy(
                        () -> PackageWriter.of(facts).file("\\a.txt", text("")).file("\\A.TXT", text("")))
                .hasMessage("Two files have the device path '\\A.TXT'");
    }

    @Test
    void refusesACatalogWhoseSizeIsNotSteady() {
        PackageWriter writer = PackageWriter.of(
                PackageManifest.retail(PackageStyle.SPKG, SAMPLE).build());
        List<Integer> calls = new ArrayList<>();
        CatalogMaker unsteady = (name, list) -> {
            calls.add(1);
            return new byte[calls.size()];
        };

        assertThatThrownBy(() -> writer.writeTo(folder.resolve("a.spkg"), unsteady))
                .isInstanceOf(IOException.class)
                .hasMessage("The catalog of Contoso.Sample.MainOS has 2 bytes, before it had 1");
    }

    @Test
    void digestsFilesByWhatTheyAre() throws IOException {
        byte[] cabinet = bytes(write(PackageWriter.of(
                PackageManifest.retail(PackageStyle.SPKG, SAMPLE).build())));

        CatalogSubject inner = CatalogSubject.of("x.xap", ByteSource.of("x.xap", cabinet), FormatLimits.defaults());
        CatalogSubject flat = subject("x.txt", new byte[] {1});

        assertThat(inner.kind()).isEqualTo(CatalogSubject.Kind.CABINET);
        assertThat(inner.sha256())
                .isEqualTo(Cabinet.read(ByteSource.of("x", cabinet), FormatLimits.defaults())
                        .catalogDigest(DigestAlgorithm.SHA256))
                .isNotEqualTo(Digest.sha256(cabinet));
        assertThat(flat.kind()).isEqualTo(CatalogSubject.Kind.FLAT);
        assertThat(flat.sha256()).isEqualTo(Digest.sha256(new byte[] {1}));
        assertThat(flat.sha1().hex()).isEqualTo("bf8b4530d8d246dd74ac53a13471bba17941dff7");
    }

    @Test
    void shortensNamesAsTheToolsDo() {
        Map<String, String> names = Map.of(
                "NdtkSvc.dll", "2_NdtkSvc.dll",
                "OEMServiceHost.exe", "2_OEMServ.exe",
                "Nokia.Service_NdtkSvc.Generic.policy.xml", "2_Nokia.S.xml",
                "with blank.txt", "2_with_bl.txt",
                "noextension", "2_noexten");

        names.forEach(
                (name, expected) -> assertThat(SpkgBuild.shortName(2, name)).isEqualTo(expected));
    }

    private FirmwarePackage write(PackageWriter writer) throws IOException {
        Path file = folder.resolve("written.pkg");
        writer.writeTo(file, (name, list) -> {
            subjects.clear();
            subjects.addAll(list);
            return name.getBytes(StandardCharsets.UTF_8);
        });
        return FirmwarePackage.read(ByteSource.of("written.pkg", Files.readAllBytes(file)), FormatLimits.defaults());
    }

    private static byte[] bytes(FirmwarePackage written) throws IOException {
        return written.source().readAll(1 << 20);
    }

    private static String manifestText(FirmwarePackage written) throws IOException {
        return memberText(written, written.manifestMember().name());
    }

    private static String memberText(FirmwarePackage written, String name) throws IOException {
        CabinetMember member = written.cabinet().find(name);
        assertThat(member).as(name).isNotNull();
        return new String(written.cabinet().readAll(member, 1 << 20), StandardCharsets.UTF_8);
    }

    private static CatalogSubject subject(String name, byte[] content) {
        try {
            return CatalogSubject.of(name, ByteSource.of(name, content), FormatLimits.defaults());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ByteSource text(String content) {
        return ByteSource.of("content", content.getBytes(StandardCharsets.UTF_8));
    }
}
