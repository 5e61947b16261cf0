package io.oemingest.samples.ingest;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.CabinetCompression;
import io.oemingest.core.format.cabinet.CabinetCompression.Method;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.format.pkg.PackageFile;
import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageCommandTest {
    private static final List<String> SAMPLE = List.of(
            "--owner", "Contoso", "--component", "Sample", "--sub-component", "MainOS", "--package-version", "1.2.3.4");
    private static final FirmwareVersion VERSION = new FirmwareVersion(1, 2, 3, 4);

    @TempDir
    Path folder;

    private Path content;

    @BeforeEach
    void makeFiles() throws IOException {
        content = folder.resolve("content");
        Files.createDirectories(content.resolve("Windows/System32"));
        Files.writeString(content.resolve("Windows/System32/b.txt"), "b".repeat(5_000));
        Files.writeString(content.resolve("Windows/System32/a.txt"), "a");
    }

    @ParameterizedTest
    @EnumSource(PackageStyle.class)
    void buildsAPackageOutOfAFolder(PackageStyle style) throws IOException {
        Run run = Run.of("package", "build", SAMPLE, "--style", style, "--folder", content, "--output", folder);

        String extension = style == PackageStyle.CBS ? ".cab" : ".spkg";
        Path file = folder.resolve("Contoso.Sample.MainOS" + extension);
        assertThat(run).isEqualTo(new Run(0, file + "\n", ""));
        PackageManifest manifest = manifest(file);
        assertThat(manifest)
                .isEqualTo(PackageManifest.retail(style, PackageIdentity.of("Contoso", "Sample", "MainOS"))
                        .version(VERSION)
                        .files(manifest.files())
                        .build());
        assertThat(manifest.files())
                .extracting(PackageFile::devicePath)
                .containsSubsequence("\\Windows\\System32\\a.txt", "\\Windows\\System32\\b.txt");
        assertThat(manifest.problems()).isEmpty();
    }

    @Test
    void buildsAPackageWithEveryOption() throws IOException {
        Path file = folder.resolve("x.bin");
        Path list = Files.writeString(
                folder.resolve("list.txt"),
                "\\Windows\\Packages\\PolicyFiles\\a.policy.xml = content/Windows/System32/a.txt\n\n");
        Path registry = Files.write(
                folder.resolve("values.reg"),
                "\uFEFFWindows Registry Editor Version 5.00\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\X]\r\n\"a\"=\"b\"\r\n"
                        .getBytes(UTF_16LE));

        Run run = Run.of(
                "package",
                "build",
                "--owner",
                "Contoso",
                "--component",
                "BASE.Variant",
                "--sub-component",
                "EFIESP",
                "--culture",
                "de-de",
                "--package-version",
                "1.2.3.4",
                "--owner-type",
                "siliconvendor",
                "--release-type",
                "test",
                "--build-type",
                "chk",
                "--cpu-type",
                "amd64_x86",
                "--platform",
                "QC8974",
                "--grouping-key",
                "K",
                "--target-group",
                "g1",
                "--target-group",
                "g2",
                "--description",
                "free text",
                "--file",
                "\\b.txt=" + content.resolve("Windows/System32/b.txt"),
                "--list",
                list,
                "--registry",
                registry,
                "--output",
                file);

        assertThat(run).isEqualTo(new Run(0, file + "\n", ""));
        PackageManifest manifest = manifest(file);
        assertThat(manifest)
                .isEqualTo(PackageManifest.builder(
                                PackageStyle.SPKG,
                                new PackageIdentity("Contoso", "BASE.Variant", "EFIESP", "de-de", null))
                        .version(VERSION)
                        .ownerType("SiliconVendor")
                        .releaseType("Test")
                        .buildType("Checked")
                        .cpuType("WOW64")
                        .partition("EFIESP")
                        .platform("QC8974")
                        .groupingKey("K")
                        .targetGroups(List.of("g1", "g2"))
                        .description("free text")
                        .binaryPartition(false)
                        .files(manifest.files())
                        .build());
        assertThat(manifest.files())
                .filteredOn(each -> !each.isMetadata())
                .extracting(PackageFile::fileType, PackageFile::devicePath, PackageFile::attributes)
                .containsExactly(
                        tuple("Regular", "\\b.txt", "Archive Compressed"),
                        tuple("SecurityPolicy", "\\Windows\\Packages\\PolicyFiles\\a.policy.xml", "Archive"),
                        tuple(
                                "Registry",
                                "\\Windows\\Packages\\RegistryFiles\\Contoso.BASE.Variant.EFIESP_Lang_de-de.reg",
                                "Archive"));
    }

    @ParameterizedTest
    @CsvSource({"LZX, LZX, 15", "lzx:21, LZX, 21", "MSZIP, MSZIP, 0", "stored, STORED, 0"})
    void packsAsItIsTold(String option, Method method, int window) throws IOException {
        Path file = folder.resolve("x.spkg");

        Run run = Run.of("package", "build", SAMPLE, "--folder", content, "--compression", option, "--output", file);

        assertThat(run).isEqualTo(new Run(0, file + "\n", ""));
        try (ByteSource source = ByteSource.open(file)) {
            FirmwarePackage built = FirmwarePackage.read(source, FormatLimits.defaults());
            assertThat(built.cabinet().compression(built.manifestMember()))
                    .isEqualTo(new CabinetCompression(method, window));
        }
    }

    @ParameterizedTest
    @CsvSource({"SPKG, .spkr", "CBS, .cbsr"})
    void buildsARemoval(PackageStyle style, String extension) throws IOException {
        Run run = Run.of("package", "build", SAMPLE, "--style", style, "--removal", "--output", folder);

        Path file = folder.resolve("Contoso.Sample.MainOS" + extension);
        assertThat(run).isEqualTo(new Run(0, file + "\n", ""));
        assertThat(manifest(file).removal()).isTrue();
        assertThat(manifest(file).files()).hasSize(2).allMatch(PackageFile::isMetadata);
    }

    @Test
    void buildsAPackageThatFillsAPartition() throws IOException {
        Path image = Files.write(folder.resolve("tz.mbn"), new byte[70_000]);

        Run run = Run.of(
                "package",
                "build",
                "--owner",
                "contoso",
                "--component",
                "tz",
                "--package-version",
                "1.0.0.0",
                "--partition",
                "TZ",
                "--binary",
                image,
                "--output",
                folder);

        Path file = folder.resolve("contoso.tz.spkg");
        assertThat(run).isEqualTo(new Run(0, file + "\n", ""));
        assertThat(manifest(file).binaryPartition()).isTrue();
        assertThat(manifest(file).problems()).isEmpty();
    }

    @Test
    void tellsTheFactsAsJson() {
        Path file = folder.resolve("x.spkg");

        Run run = Run.of("package", "build", SAMPLE, "--folder", content, "--json", "--output", file);

        assertThat(run).isEqualTo(new Run(0, Run.of("inspect", "--json", file).out(), ""));
        assertThat(run.out()).contains("\"name\": \"Contoso.Sample.MainOS\"", "\"parts\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --removal --file \\a=x|A removal package brings no files: give either --removal or files
                    --binary x --file \\a=x|A package that fills a partition has --binary and no other file
                    --binary x --style CBS|--binary belongs to packages of the style SPKG
                    --owner-type Nobody|--owner-type does not know 'Nobody'
                    --cpu-type mips|--cpu-type does not know 'mips'
                    --style CBS --platform P|A CBS manifest has no platform
                    --public-key-token 12|--public-key-token takes 16 hexadecimal digits and belongs to CBS packages, not '12'
                    --culture de --resolution 480x800|a package has a culture or a resolution, not both
                    --partition C:|Partition has other characters than letters, digits, '_', '-' and '.': 'C:'
                    """)
    void refusesWhatDoesNotFit(String options, String message) throws IOException {
        Files.writeString(folder.resolve("x"), "x");
        List<String> more = List.of(options.replace(" x", " " + folder.resolve("x"))
                .replace("=x", "=" + folder.resolve("x"))
                .split(" "));

        Run run = Run.of("package", "build", SAMPLE, more, "--output", folder);

        assertThat(run)
                .isEqualTo(
                        new Run(2, "", "ingest: " + message + "\n  See 'ingest COMMAND --help' for the arguments.\n"));
        assertThat(folder.resolve("Contoso.Sample.MainOS.spkg")).doesNotExist();
    }

    @Test
    void refusesAListThatIsNone() throws IOException {
        Path list = Files.writeString(folder.resolve("list.txt"), "a\n");

        assertThat(Run.of("package", "build", SAMPLE, "--list", list, "--output", folder))
                .isEqualTo(new Run(
                        2,
                        "",
                        "ingest: " + list + ":1: 'a' is not PATH=FILE\n"
                                + "  See 'ingest COMMAND --help' for the arguments.\n"));
    }

    @Test
    void namesAFileThatIsMissingAndOneThatIsInTheWay() throws IOException {
        Path missing = folder.resolve("missing");
        Path present = Files.writeString(folder.resolve("x.spkg"), "mine");

        assertThat(Run.of("package", "build", SAMPLE, "--file", "\\a=" + missing, "--output", folder))
                .isEqualTo(new Run(
                        3, "", "ingest: " + missing + ": there is no such file or folder\n  Check the path.\n"));
        assertThat(Run.of("package", "build", SAMPLE, "--output", present))
                .isEqualTo(new Run(
                        3, "", "ingest: " + present + ": is there already\n  Move it away or name another place.\n"));
        assertThat(present).hasContent("mine");
    }

    @Test
    void makesEmptyPackagesOfNames() throws IOException {
        Path list =
                Files.writeString(folder.resolve("names.txt"), "Contoso.Old.cab\n\nNokia.BASE.Phone.PLAT_Lang_de-de\n");

        Run run = Run.of(
                "package",
                "empty",
                "nokia.rpm.spkg",
                "NOKIA.RPM",
                "--from",
                list,
                "--package-version",
                "1.2.3.4",
                "--output",
                folder);

        Path rpm = folder.resolve("nokia.rpm.spkg");
        Path cbs = folder.resolve("Contoso.Old.cab");
        Path merged = folder.resolve("Nokia.BASE.Phone.PLAT_Lang_de-de.spkg");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo(rpm + "\n" + cbs + "\n" + merged + "\n");
        assertThat(manifest(cbs).style()).isEqualTo(PackageStyle.CBS);
        assertThat(manifest(merged).identity())
                .isEqualTo(new PackageIdentity("Nokia", "BASE.Phone", "PLAT", "de-de", null));
        assertThat(manifest(merged).partition()).isEqualTo("PLAT");
        assertThat(manifest(merged).files()).hasSize(2).allMatch(PackageFile::isMetadata);
    }

    @Test
    void splitsANameAsItIsTold() throws IOException {
        Run run = Run.of(
                "package",
                "empty",
                "nokia.loader.sbl1.x",
                "--component",
                "loader.sbl1",
                "--package-version",
                "1.2.3.4",
                "--output",
                folder);

        Path file = folder.resolve("nokia.loader.sbl1.x.spkg");
        assertThat(run).isEqualTo(new Run(0, file + "\n", ""));
        assertThat(manifest(file).identity()).isEqualTo(PackageIdentity.of("nokia", "loader.sbl1", "x"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''|Name a package, or a list with --from
                    A.B A.B.C --component B|--component goes with one name only
                    A|'A' is not a name of the form Owner.Component[.SubComponent][_Lang_x!_RES_WxH]
                    A.B --component C|'A.B' is not a name of the form Owner.Component[.SubComponent][_Lang_x!_RES_WxH]
                    A.B_Wow_arm64.arm|'A.B_Wow_arm64.arm' is not a name of the form Owner.Component[.SubComponent][_Lang_x!_RES_WxH]
                    A.B/C|Component has other characters than letters, digits, '_', '-' and '.': 'B/C'
                    """)
    void refusesNamesThatAreNone(String arguments, String message) throws IOException {
        List<String> given = arguments.isEmpty() ? List.of() : List.of(arguments.split(" "));

        Run run = Run.of("package", "empty", given, "--package-version", "1.2.3.4", "--output", folder);

        assertThat(run)
                .isEqualTo(new Run(
                        2,
                        "",
                        "ingest: " + message.replace('!', '|')
                                + "\n  See 'ingest COMMAND --help' for the arguments.\n"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(content);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"build", "empty"})
    void asksForAVersionAndShowsItsHelp(String command) {
        Run wrong = Run.of("package", command, "--package-version", "1.2.3", "--output", folder);
        Run help = Run.of("package", command, "--help");

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("'1.2.3' is not a version of four numbers from 0 to 65535");
        assertThat(Run.of("package", command).err()).startsWith("Missing required option");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .startsWith("Usage: ingest package " + command + " ")
                .contains("--package-version");
    }

    @Test
    void asksWhatToMake() {
        Run run = Run.of("package");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("Say what to do: one of the commands below.\nUsage: ingest package ");
    }

    private static PackageManifest manifest(Path file) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            return FirmwarePackage.read(source, FormatLimits.defaults()).manifest();
        }
    }
}
