package io.oemingest.core.format.pkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageStyle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirmwarePackageTest {
    @TempDir
    Path folder;

    @Test
    void readsEveryFactOfAPackageWithADeviceManifest() throws IOException {
        FirmwarePackage read = Manifests.read(folder, spkg(Manifests.DSM));

        assertThat(read.fileName()).isEqualTo("test.spkg");
        assertThat(read.manifestMember().name()).isEqualTo("man.dsm.xml");
        assertThat(read.catalogMember().name()).isEqualTo("content.cat");
        assertThat(read.catalogBytes()).asString(StandardCharsets.UTF_8).isEqualTo("catalog");
        assertThat(read.manifest())
                .isEqualTo(PackageManifest.builder(
                                PackageStyle.SPKG, PackageIdentity.of("Contoso", "BASE.Phone", "PLAT"))
                        .version(new FirmwareVersion(1, 40, 55, 808))
                        .ownerType("OEM")
                        .releaseType("Production")
                        .buildType("Retail")
                        .cpuType("ARM")
                        .partition("PLAT")
                        .groupingKey("BASE.Phone")
                        .files(List.of(
                                file(
                                        "Manifest",
                                        "\\Windows\\Packages\\DsmFiles\\Contoso.BASE.Phone.PLAT.dsm.xml",
                                        "man.dsm.xml",
                                        "Archive",
                                        1,
                                        2L,
                                        null),
                                file(
                                        "Catalog",
                                        "\\Windows\\System32\\catroot\\Contoso.BASE.Phone.PLAT.cat",
                                        "content.cat",
                                        "Archive Compressed",
                                        3,
                                        null,
                                        null),
                                file("Regular", "\\ACPI\\dsdt.aml", "2_dsdt.aml", "Archive Compressed", 4, 5L, 6L)))
                        .build());
        assertThat(read.manifest().name()).isEqualTo("Contoso.BASE.Phone.PLAT");
    }

    @Test
    void readsEveryFactOfAPackageOfTheNewerStyle() throws IOException {
        FirmwarePackage read = Manifests.read(folder, cbs(Manifests.MUM));

        assertThat(read.manifestMember().name()).isEqualTo("update.mum");
        assertThat(read.catalogMember().name()).isEqualTo("update.cat");
        assertThat(read.manifest())
                .isEqualTo(PackageManifest.retail(PackageStyle.CBS, PackageIdentity.of("Contoso", "Sample", "MainOS"))
                        .version(new FirmwareVersion(1, 40, 55, 808))
                        .files(List.of(
                                file("Manifest", "\\update.mum", "update.mum", null, 0, null, null),
                                file("Catalog", "\\catroot\\update.cat", "update.cat", null, 10, 12L, 11L),
                                new PackageFile(
                                        "Regular",
                                        "\\x.dll",
                                        "arm\\x.dll",
                                        null,
                                        4,
                                        null,
                                        null,
                                        null,
                                        null,
                                        new Digest(DigestAlgorithm.SHA256, "ab".repeat(32)))))
                        .build());
    }

    @Test
    void findsMembersWhateverTheirCaseAndSlashes() throws IOException {
        Map<String, String> members = cbs(Manifests.MUM);
        members.remove("arm\\x.dll");
        members.put("ARM/X.dll", "four");

        assertThat(Manifests.read(folder, members).manifest().files()).hasSize(3);
    }

    @Test
    void leavesMissingAndUnknownValuesToTheRules() throws IOException {
        String empty = Manifests.DSM
                .replaceAll("(?s)<Identity>.*</Identity>", "")
                .replaceAll("<(ReleaseType|BuildType|CpuType|Partition|GroupingKey)>.*", "")
                .replace("<OwnerType>OEM</OwnerType>", "<OwnerType>Somebody</OwnerType>");

        PackageManifest manifest = Manifests.read(folder, spkg(empty)).manifest();

        assertThat(manifest.identity()).isEqualTo(PackageIdentity.of("", "", null));
        assertThat(manifest.version()).isEqualTo(FirmwareVersion.ZERO);
        assertThat(manifest.ownerType()).isEqualTo("Somebody");
        assertThat(manifest.releaseType()).isNull();
        assertThat(manifest.partition()).isNull();
    }

    @Test
    void readsADesktopPackageWithoutPhoneInformation() throws IOException {
        String desktop = Manifests.MUM
                .replaceAll("<phoneInformation [^>]*>", "")
                .replace("language=\"neutral\"", "language=\"de-DE\"");

        PackageManifest manifest = Manifests.read(folder, cbs(desktop)).manifest();

        assertThat(manifest.name()).isEqualTo("Contoso.Sample.MainOS");
        assertThat(manifest.identity()).isEqualTo(new PackageIdentity("", "", null, "de-DE", null));
        assertThat(manifest.ownerType()).isNull();
        assertThat(manifest.partition()).isEqualTo("MainOS");
    }

    @Test
    void readsTheResolutionOutOfTheNameOfANewerPackage() throws IOException {
        String text =
                Manifests.MUM.replace("name=\"Contoso.Sample.MainOS\"", "name=\"Contoso.Sample.MainOS_RES_1080x1920\"");

        assertThat(Manifests.read(folder, cbs(text)).manifest().identity().resolution())
                .isEqualTo("1080x1920");
    }

    @Test
    void readsARecall() throws IOException {
        String recall = """
                <assembly xmlns="urn:schemas-microsoft-com:cbs" manifestVersion="1.0">
                  <assemblyIdentity name="Contoso.Sample.MainOS.Recall" version="1.0.0.0" language="neutral" processorArchitecture="arm" publicKeyToken="628844477771337a" />
                  <package identifier="Contoso.Sample.MainOS" releaseType="Hotfix" targetPartition="MainOS" binaryPartition="false">
                    <customInformation>
                      <phoneInformation phoneRelease="Production" phoneOwnerType="OEM" phoneOwner="Contoso" phoneComponent="Sample" phoneSubComponent="MainOS" />
                      <file name="\\update.mum" cabPath="update.mum" /><file name="\\update.cat" cabPath="update.cat" />
                    </customInformation>
                    <recall><assemblyIdentity name="Contoso.Sample.MainOS" version="1.0.0.0" /></recall>
                  </package>
                </assembly>""";

        PackageManifest manifest = Manifests.read(folder, cbs(recall)).manifest();

        assertThat(manifest.removal()).isTrue();
        assertThat(manifest.name()).isEqualTo("Contoso.Sample.MainOS");
        assertThat(manifest.files()).extracting(PackageFile::fileType).containsExactly("Manifest", "Catalog");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Major="1"|Major="65536"|test.spkg/man.dsm.xml:7:62: the version is not four numbers from 0 to 65535: '65536.40.55.808'
                    Major="1"|Major="-1"|test.spkg/man.dsm.xml:7:59: the version is not four numbers from 0 to 65535: '-1.40.55.808'
                    QFE="55" |' '|test.spkg/man.dsm.xml:7:51: element 'Version' has no attribute 'QFE'
                    <IsRemoval>false|<IsRemoval>perhaps|test.spkg/man.dsm.xml:15:14: element 'IsRemoval' is neither 'true' nor 'false': 'perhaps'
                    <FileSize>4<|<FileSize>-4<|test.spkg/man.dsm.xml:37:17: element 'FileSize' is not a size: '-4'
                    <FileSize>4</FileSize>|' '|test.spkg/man.dsm.xml:32:16: element 'FileEntry' has no 'FileSize'
                    >2_dsdt.aml<|><|test.spkg/man.dsm.xml:35:16: element 'CabPath' is empty
                    <CpuType>|<OwnerType/><CpuType>|test.spkg/man.dsm.xml:12:15: element 'OwnerType' occurs twice in 'Package'
                    """)
    void pointsAtTheWrongPlaceOfADeviceManifest(String from, String to, String message) {
        String text = Manifests.DSM.replace(from, to);
        assertThat(text).isNotEqualTo(Manifests.DSM);

        assertThatThrownBy(() -> Manifests.read(folder, spkg(text)))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    version="1.40.55.808"|version="1.40.55"|test.spkg/update.mum:3:171: the version is not four numbers from 0 to 65535: '1.40.55'
                    cabpath="update.cat"|' '|test.spkg/update.mum:8:82: element 'file' has no attribute 'cabpath'
                    size="10"|size="ten"|test.spkg/update.mum:8:102: attribute 'size' is not a size: 'ten'
                    hash="AB|hash="A|test.spkg/update.mum:9:129: attribute 'hash' is no SHA-256 digest: 'AABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABAB'
                    <assemblyIdentity|<assembly|test.spkg/update.mum:2:74: element 'assembly' has no 'assemblyIdentity'
                    """)
    void pointsAtTheWrongPlaceOfANewerManifest(String from, String to, String message) {
        String text = Manifests.MUM.replace(from, to);
        assertThat(text).isNotEqualTo(Manifests.MUM);

        assertThatThrownBy(() -> Manifests.read(folder, cbs(text)))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage(message);
    }

    @Test
    void refusesACabinetThatIsNoPackage() {
        assertThatThrownBy(() -> Manifests.read(folder, Map.of("readme.txt", "hello")))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("test.spkg: is a cabinet but no package: it has neither 'man.dsm.xml' nor 'update.mum'");
        assertThatThrownBy(() -> Manifests.read(folder, Map.of("man.dsm.xml", Manifests.DSM)))
                .hasMessage("test.spkg: has no catalog 'content.cat'");
        assertThatThrownBy(() -> Manifests.read(folder, Map.of("man.dsm.xml", Manifests.DSM, "dman.ddsm.xml", "")))
                .hasMessage("test.spkg: has a member 'dman.ddsm.xml': difference packages are not accepted");
        assertThatThrownBy(() -> FirmwarePackage.read(ByteSource.of("a.spkg", new byte[100]), FormatLimits.defaults()))
                .isInstanceOf(MalformedFileException.class);
    }

    @Test
    void refusesMembersThatDoNotFitTheManifest() {
        Map<String, String> missing = spkg(Manifests.DSM);
        missing.remove("2_dsdt.aml");
        Map<String, String> extra = spkg(Manifests.DSM);
        extra.put("3_more.bin", "");
        Map<String, String> larger = spkg(Manifests.DSM);
        larger.put("2_dsdt.aml", "five!");

        assertThatThrownBy(() -> Manifests.read(folder, missing))
                .hasMessage("test.spkg (2_dsdt.aml): the manifest names a member that the cabinet does not have")
                .isInstanceOfSatisfying(
                        MalformedFileException.class,
                        e -> assertThat(e.location()).isEqualTo(Location.ofPart("test.spkg", "2_dsdt.aml")));
        assertThatThrownBy(() -> Manifests.read(folder, extra))
                .hasMessage("test.spkg (3_more.bin): the manifest does not name this member");
        assertThatThrownBy(() -> Manifests.read(folder, larger))
                .hasMessage("test.spkg (2_dsdt.aml): has 5 bytes, the manifest declares 4");
    }

    @Test
    void acceptsTheGrowthOfASignedImage() throws IOException {
        Map<String, String> grown = spkg(Manifests.DSM);
        grown.put("2_dsdt.aml", "MZ and a signature");

        assertThat(Manifests.read(folder, grown).manifest().files()).hasSize(3);
    }

    @Test
    void refusesAManifestWithoutExactlyOneEntryForTheCatalog() {
        Map<String, String> twoCatalogs = spkg(Manifests.DSM
                .replace("<FileType>Regular<", "<FileType>Catalog<")
                .replace("2_dsdt.aml", "content.cat"));
        twoCatalogs.remove("2_dsdt.aml");
        String none = Manifests.DSM.replace("<FileType>Catalog<", "<FileType>Regular<");

        assertThatThrownBy(() -> Manifests.read(folder, twoCatalogs))
                .hasMessage(
                        "test.spkg (content.cat): the manifest has 2 entries of type Catalog, expected one, for this member");
        assertThatThrownBy(() -> Manifests.read(folder, spkg(none)))
                .hasMessage(
                        "test.spkg (content.cat): the manifest has 0 entries of type Catalog, expected one, for this member");
    }

    @Test
    void refusesAManifestLargerThanTheLimit() {
        assertThatThrownBy(() -> Manifests.read(
                        folder, spkg(Manifests.DSM), FormatLimits.defaults().withMaxInMemory(100)))
                .isInstanceOf(MalformedFileException.class);
    }

    private static PackageFile file(
            String type,
            String device,
            String cab,
            @Nullable String attributes,
            long size,
            @Nullable Long compressed,
            @Nullable Long staged) {
        return new PackageFile(type, device, cab, attributes, size, compressed, staged, null, null, null);
    }

    private static Map<String, String> spkg(String manifest) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("content.cat", "catalog");
        members.put("man.dsm.xml", manifest);
        members.put("2_dsdt.aml", "four");
        return members;
    }

    private static Map<String, String> cbs(String manifest) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("update.mum", manifest);
        members.put("update.cat", "catalog");
        members.put("arm\\x.dll", "four");
        return members;
    }
}
