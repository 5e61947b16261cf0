package io.oemingest.core.format.pkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.oemingest.core.format.pkg.PackageProblem.Kind;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageStyle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageProblemsTest {
    private static final PackageIdentity SAMPLE = PackageIdentity.of("Contoso", "Sample", "MainOS");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(PackageStyle.class)
    void findsNoneInAGoodPackage(PackageStyle style) {
        assertThat(problems(style, b -> b, regular("\\Windows\\System32\\a.dll")))
                .isEmpty();
    }

    @Test
    void namesEveryMissingValue() {
        PackageManifest empty = PackageManifest.builder(PackageStyle.SPKG, PackageIdentity.of("", "", null))
                .build();

        assertThat(empty.problems())
                .allMatch(problem -> problem.part() == null)
                .extracting(PackageProblem::kind, PackageProblem::text)
                .containsExactly(
                        tuple(Kind.MISSING_VALUE, "Owner is missing"),
                        tuple(Kind.MISSING_VALUE, "Component is missing"),
                        tuple(Kind.MISSING_VALUE, "OwnerType is missing"),
                        tuple(Kind.MISSING_VALUE, "ReleaseType is missing"),
                        tuple(Kind.BUILD_OR_CPU_TYPE, "CpuType is missing"),
                        tuple(Kind.BUILD_OR_CPU_TYPE, "BuildType is missing"),
                        tuple(Kind.MISSING_VALUE, "Partition is missing"));
    }

    @Test
    void asksNoBuildTypeOfACbsPackage() {
        assertThat(problems(PackageStyle.CBS, b -> b.buildType(null))).isEmpty();
    }

    @Test
    void namesEveryUnknownValue() {
        List<PackageProblem> problems = problems(
                PackageStyle.SPKG,
                b -> b.ownerType("Nobody").releaseType("Beta").buildType("x").cpuType("mips"),
                file("Odd", "\\a", "Archive Sealed"));

        assertThat(problems)
                .containsExactly(
                        new PackageProblem(Kind.UNKNOWN_VALUE, null, "OwnerType 'Nobody' is not known"),
                        new PackageProblem(Kind.UNKNOWN_VALUE, null, "ReleaseType 'Beta' is not known"),
                        new PackageProblem(Kind.BUILD_OR_CPU_TYPE, null, "CpuType 'mips' is not known"),
                        new PackageProblem(Kind.BUILD_OR_CPU_TYPE, null, "BuildType 'x' is not known"),
                        new PackageProblem(Kind.UNKNOWN_VALUE, "\\a", "the file type 'Odd' is not known"),
                        new PackageProblem(Kind.UNKNOWN_VALUE, "\\a", "the file attribute 'Sealed' is not known"));
        assertThat(problems.get(0)).hasToString("OwnerType 'Nobody' is not known");
        assertThat(problems.get(4)).hasToString("\\a: the file type 'Odd' is not known");
    }

    @Test
    void measuresEveryName() {
        String long65 = "a".repeat(65);
        PackageManifest manifest = PackageManifest.retail(
                        PackageStyle.SPKG, new PackageIdentity(long65, "b b", "ü", "de-de", "480x800"))
                .name("n".repeat(195))
                .partition("C:")
                .platform(long65)
                .groupingKey("*")
                .targetGroups(List.of("g".repeat(40), "{a}/b", "a b"))
                .buildString("s".repeat(1025))
                .build();

        assertThat(manifest.problems())
                .extracting(PackageProblem::kind, PackageProblem::text)
                .containsExactly(
                        tuple(Kind.NAME_FORM, "Owner has more than 64 characters: '" + long65 + "'"),
                        form("Component", "b b"),
                        form("SubComponent", "ü"),
                        form("Partition", "C:"),
                        tuple(Kind.NAME_FORM, "Platform has more than 64 characters: '" + long65 + "'"),
                        form("GroupingKey", "*"),
                        tuple(Kind.NAME_FORM, "a target group has more than 39 characters: '" + "g".repeat(40) + "'"),
                        tuple(Kind.NAME_FORM, "a target group has characters that are not allowed: 'a b'"),
                        tuple(
                                Kind.NAME_FORM,
                                "the package name has more than 194 characters: '" + "n".repeat(195) + "'"),
                        tuple(Kind.NAME_FORM, "BuildString has more than 1024 characters: '" + "s".repeat(200) + "…'"),
                        tuple(Kind.CULTURE_OR_RESOLUTION, "a package has a culture or a resolution, not both"));
    }

    private static Tuple form(String what, String text) {
        return tuple(
                Kind.NAME_FORM, what + " has other characters than letters, digits, '_', '-' and '.': '" + text + "'");
    }

    @ParameterizedTest
    @CsvSource({"1, , '1' is no culture", ", 0x800, '0x800' is no resolution", ", 123x, '123x' is no resolution"})
    void refusesWrongCulturesAndResolutions(String culture, String resolution, String text) {
        PackageManifest manifest = PackageManifest.retail(
                        PackageStyle.SPKG, new PackageIdentity("A", "B", null, culture, resolution))
                .build();

        assertThat(manifest.problems()).containsExactly(new PackageProblem(Kind.CULTURE_OR_RESOLUTION, null, text));
    }

    @ParameterizedTest
    @CsvSource({
        "ACPI\\dsdt.aml, does not start with '\\'",
        "\\ACPI\\..\\dsdt.aml, 'has an empty, ''.'' or ''..'' part'",
        "\\ACPI\\.\\dsdt.aml, 'has an empty, ''.'' or ''..'' part'",
        "\\ACPI\\\\dsdt.aml, 'has an empty, ''.'' or ''..'' part'",
    })
    void refusesPathsThatLeadElsewhere(String path, String text) {
        assertThat(problems(PackageStyle.SPKG, b -> b, regular(path)))
                .containsExactly(new PackageProblem(Kind.DEVICE_PATH, path, text));
    }

    @Test
    void measuresPaths() {
        String path = "\\" + "a".repeat(32_000);

        assertThat(problems(PackageStyle.SPKG, b -> b, regular(path)))
                .containsExactly(new PackageProblem(
                        Kind.DEVICE_PATH, path.substring(0, 200) + "…", "has more than 32000 characters"));
        assertThat(problems(PackageStyle.SPKG, b -> b, regular(path.substring(1).replaceFirst("a", "\\\\"))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(PackageStyle.class)
    void findsFilesThatCollide(PackageStyle style) {
        assertThat(problems(style, b -> b, regular("\\a"), regular("\\A"), regular("\\b")))
                .containsExactly(
                        new PackageProblem(Kind.DUPLICATE_DEVICE_PATH, "\\A", "two files have this device path"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DsmFiles", "registryfiles", "PolicyFiles", "CERTIFICATES"})
    void keepsRegularFilesOutOfTheInstallersFolders(String name) {
        String path = "\\Windows\\Packages\\" + name + "\\a.b";

        assertThat(problems(PackageStyle.SPKG, b -> b, regular(path)))
                .containsExactly(new PackageProblem(
                        Kind.RESERVED_FOLDER, path, "a regular file lies in a folder of the installer"));
        assertThat(problems(PackageStyle.SPKG, b -> b, file("Registry", path, "Archive")))
                .isEmpty();
        assertThat(problems(
                        PackageStyle.SPKG, b -> b, regular("\\Windows\\Packages\\DownlevelMetadata\\a~b~c~d~e.xap")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Registry", "RegistryMultiStringAppend"})
    void wantsARegistryForRegistryFiles(String type) {
        PackageFile file = file(type, "\\Windows\\Packages\\RegistryFiles\\a.reg", "Archive");

        assertThat(problems(PackageStyle.SPKG, b -> b.partition("PLAT"), file))
                .containsExactly(new PackageProblem(
                        Kind.REGISTRY_WITHOUT_HIVE, file.devicePath(), "the partition PLAT has no registry"));
        for (String partition : List.of("mainos", "EFIESP")) {
            assertThat(problems(PackageStyle.SPKG, b -> b.partition(partition), file))
                    .isEmpty();
        }
    }

    @Test
    void wantsOneObjectInAPackageThatFillsAPartition() {
        PackageFile object = file("BinaryPartition", "\\tz.mbn", "Archive");
        PackageFile manifest = file("Manifest", "\\m", "Archive");
        PackageFile catalog = file("Catalog", "\\c", "Archive");

        assertThat(problems(PackageStyle.SPKG, b -> b.partition("TZ").binaryPartition(true), object, manifest, catalog))
                .isEmpty();
        assertThat(problems(PackageStyle.SPKG, b -> b.binaryPartition(true), manifest, catalog))
                .containsExactly(binary("fills a partition and has 0 binary objects among 0 files"));
        assertThat(problems(PackageStyle.SPKG, b -> b.binaryPartition(true), object, regular("\\x")))
                .containsExactly(binary("fills a partition and has 1 binary objects among 2 files"));
        assertThat(problems(PackageStyle.SPKG, b -> b, object))
                .containsExactly(binary("fills no partition and has 1 binary objects among 1 files"));
    }

    private static PackageProblem binary(String text) {
        return new PackageProblem(Kind.BINARY_PARTITION_CONTENT, null, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\Data\\a", "\\efiesp\\b", "\\CrashDump\\c", "\\DPP\\d"})
    void keepsProductionPackagesOfMainOsInMainOs(String path) {
        for (PackageStyle style : PackageStyle.values()) {
            assertThat(problems(style, b -> b, regular(path)))
                    .containsExactly(
                            new PackageProblem(Kind.JUNCTION_PATH, path, "leads out of MainOS into another partition"));
            assertThat(problems(style, b -> b.releaseType("Test"), regular(path)))
                    .isEmpty();
            assertThat(problems(style, b -> b.partition("EFIESP"), regular(path)))
                    .isEmpty();
        }
    }

    @Test
    void keepsOthersThanMicrosoftOutOfUpdateOs() {
        assertThat(problems(PackageStyle.SPKG, b -> b.partition("updateOS")))
                .containsExactly(new PackageProblem(
                        Kind.FOREIGN_UPDATE_OS, null, "only Microsoft's packages may go to the partition UpdateOS"));
        assertThat(problems(PackageStyle.SPKG, b -> b.partition("UpdateOS").ownerType("Microsoft")))
                .isEmpty();
        assertThat(PackageManifest.retail(PackageStyle.SPKG, PackageIdentity.of("OEM", "HalExtensions.UpdateOS", null))
                        .ownerType("SiliconVendor")
                        .partition("UpdateOS")
                        .build()
                        .problems())
                .isEmpty();
    }

    @Test
    void findsRemovalsThatCannotBe() {
        assertThat(problems(PackageStyle.CBS, b -> b.removal(true).binaryPartition(true)))
                .containsExactly(new PackageProblem(
                        Kind.BINARY_PARTITION_REMOVAL, null, "a package that fills a partition cannot be removed"));
        assertThat(problems(PackageStyle.CBS, b -> b.removal(true), regular("\\a")))
                .containsExactly(new PackageProblem(Kind.REMOVAL_CONTENT, "\\a", "a removal package brings a file"));
    }

    @Test
    void checksWhereManifestAndCatalogLieAndTheManifestsSize() throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("content.cat", "catalog");
        members.put("man.dsm.xml", Manifests.DSM);
        members.put("2_dsdt.aml", "four");
        int length = Manifests.DSM.length();

        FirmwarePackage read = Manifests.read(folder, members);

        assertThat(read.manifest().problems()).isEmpty();
        assertThat(read.problems())
                .containsExactly(
                        new PackageProblem(
                                Kind.MANIFEST_SIZE,
                                "\\Windows\\Packages\\DsmFiles\\Contoso.BASE.Phone.PLAT.dsm.xml",
                                "declares 1 bytes, before the sizes were known it had " + length),
                        new PackageProblem(
                                Kind.METADATA_PATH,
                                "\\Windows\\System32\\catroot\\Contoso.BASE.Phone.PLAT.cat",
                                "is expected to be '\\Windows\\System32\\catroot\\"
                                        + "{F750E6C3-38EE-11D1-85E5-00C04FC295EE}\\Contoso.BASE.Phone.PLAT.cat'"));
    }

    @Test
    void wantsAComponentInACbsPackage() throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("update.mum", Manifests.MUM);
        members.put("update.cat", "catalog");
        members.put("arm\\x.dll", "four");

        assertThat(Manifests.read(folder, members).problems())
                .containsExactly(new PackageProblem(Kind.NO_COMPONENT, null, "has no component manifest"));
    }

    private static List<PackageProblem> problems(
            PackageStyle style, UnaryOperator<PackageManifest.Builder> change, PackageFile... files) {
        PackageManifest.Builder builder = PackageManifest.retail(style, SAMPLE);
        return change.apply(builder)
                .files(new ArrayList<>(List.of(files)))
                .build()
                .problems();
    }

    private static PackageFile regular(String devicePath) {
        return file("Regular", devicePath, "Archive Compressed");
    }

    private static PackageFile file(String type, String devicePath, String attributes) {
        return new PackageFile(type, devicePath, "2_a", attributes, 1, 1L, 1L, null, null, null);
    }
}
