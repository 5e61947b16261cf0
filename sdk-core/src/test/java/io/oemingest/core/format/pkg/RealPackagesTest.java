package io.oemingest.core.format.pkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageName;
import io.oemingest.core.model.PackageStyle;
import io.oemingest.core.testing.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RealPackagesTest {
    @Test
    void readsAnOemPackage() throws IOException {
        PackageManifest manifest = only("spkg-retail-oem");

        assertThat(manifest.style()).isEqualTo(PackageStyle.SPKG);
        assertThat(manifest.identity()).isEqualTo(PackageIdentity.of("Nokia", "Executable_OEMServiceHost", "Generic"));
        assertThat(manifest.version()).isEqualTo(new FirmwareVersion(1, 0, 3, 2));
        assertThat(manifest.ownerType()).isEqualTo("OEM");
        assertThat(manifest.platform()).isEqualTo("Generic");
        assertThat(manifest.files())
                .extracting(PackageFile::cabPath)
                .containsExactly("man.dsm.xml", "content.cat", "2_OEMServ.exe");
    }

    @Test
    void readsALanguagePackage() throws IOException {
        PackageManifest manifest = only("spkg-retail-ms");

        assertThat(manifest.name()).isEqualTo("Microsoft.Speech.DownloadSystem_Lang_de-de");
        assertThat(manifest.files()).hasSize(6);
        assertThat(manifest.removal()).isFalse();
    }

    @Test
    void readsARemovalPackage() throws IOException {
        PackageManifest manifest = only("spkr-retail-ms");

        assertThat(manifest.removal()).isTrue();
        assertThat(manifest.version()).isEqualTo(new FirmwareVersion(65535, 65535, 65535, 65535));
        assertThat(manifest.identity().culture()).isEqualTo("ar-sa");
        assertThat(manifest.files()).hasSize(2).allMatch(PackageFile::isMetadata);
    }

    @Test
    void readsNewerPackagesOfPhoneAndDesktop() throws IOException {
        List<PackageManifest> all = new ArrayList<>(manifests("cbs-arm-testsigned"));
        all.addAll(manifests("cbs-amd64"));

        assertThat(all).extracting(PackageManifest::style).containsOnly(PackageStyle.CBS);
        assertThat(all)
                .extracting(m -> m.name() + " " + m.version() + " " + m.cpuType() + " " + m.partition() + " "
                        + m.publicKeyToken())
                .containsExactlyInAnyOrder(
                        "Empyreal96.MainOS.Developer_Mode 1.0.0.0 arm MainOS 628844477771337a",
                        "Empyreal96.MainOS.OSVersionDisplayType 1.0.0.0 arm MainOS 628844477771337a",
                        "Volantis-DisplayFallback-Config-Package 10.0.20279.1002 amd64 mainos 3e10e5711654cd53",
                        "Volantis.ModernPC.DisplayFallbackFM 10.0.20279.1002 amd64 MainOS 3e10e5711654cd53");
        assertThat(all).extracting(PackageManifest::ownerType).containsOnly("OEM");
    }

    @Test
    void refusesARealCabinetThatIsNoPackage() {
        Path file = Samples.fileOrSkip("cab-ms-signed", "Microsoft.DeviceLayoutValidationManifest.cab");

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("Microsoft.DeviceLayoutValidationManifest.cab: is a cabinet but no package:"
                        + " it has neither 'man.dsm.xml' nor 'update.mum'");
    }

    @Test
    void declaresTheSizeOfItsManifestAsTheToolsDid() throws IOException {
        for (String folder : List.of("spkg-retail-oem", "spkg-retail-ms", "spkr-retail-ms")) {
            try (ByteSource source = ByteSource.open(files(folder).get(0))) {
                FirmwarePackage read = FirmwarePackage.read(source, FormatLimits.defaults());
                String text =
                        new String(read.cabinet().readAll(read.manifestMember(), 1 << 20), StandardCharsets.UTF_8);
                PackageFile manifest = read.manifest().files().stream()
                        .filter(file -> file.fileType().equals("Manifest"))
                        .findFirst()
                        .orElseThrow();
                String draft = text.replaceAll(
                        "(?s)(<FileType>(?:Manifest|Catalog)</FileType>.*?<FileSize>)\\d+(</FileSize>\\s*<CompressedFileSize>)\\d+(</CompressedFileSize>\\s*<StagedFileSize>)\\d+",
                        "$10$20$30");
                assertThat(manifest.size()).as(folder).isEqualTo(draft.length());
            }
        }
    }

    @Test
    void readsTheCbsFormThatAPackageCarriesAlong() throws IOException {
        try (ByteSource source = ByteSource.open(files("spkg-retail-ms").get(0))) {
            DownlevelMetadata downlevel =
                    FirmwarePackage.read(source, FormatLimits.defaults()).downlevelMetadata();

            assertThat(downlevel).isNotNull();
            assertThat(downlevel.identity())
                    .hasToString(
                            "Microsoft.Speech.DownloadSystem_LANG_de-de~628844477771337a~arm~de-de~10.0.13080.107");
            assertThat(downlevel.manifest().packageName())
                    .isEqualTo(new PackageName("microsoft.speech.downloadsystem_lang_de-de"));
            assertThat(downlevel.manifest().version())
                    .isEqualTo(downlevel.identity().version());
            assertThat(downlevel.manifest().buildType()).isNull();
            assertThat(downlevel.manifest().files()).hasSize(8);
            assertThat(downlevel.manifest().problems()).isEmpty();
            assertThat(downlevel.mappings())
                    .hasSize(3)
                    .allSatisfy(each -> assertThat(each.storePath())
                            .startsWith("\\windows\\WinSxS\\arm_microsoft.speech.do..dsystem_lang_de-de0_")
                            .endsWith(each.devicePath()));
        }
        try (ByteSource source = ByteSource.open(files("spkg-retail-oem").get(0))) {
            assertThat(FirmwarePackage.read(source, FormatLimits.defaults()).downlevelMetadata())
                    .isNull();
        }
    }

    @Test
    void readsTheComponentsOfRealPackages() throws IOException {
        List<Component> components = new ArrayList<>();
        for (String folder : List.of("cbs-arm-testsigned", "cbs-amd64")) {
            for (Path file : files(folder)) {
                try (ByteSource source = ByteSource.open(file)) {
                    FirmwarePackage read = FirmwarePackage.read(source, FormatLimits.defaults());
                    read.forEachComponent(components::add);
                    assertThat(read.cbs()).isNotNull();
                    assertThat(read.cbs().updates()).as(file.toString()).hasSize(1);
                    assertThat(read.cbs().capabilities())
                            .hasSize(file.toString().contains("FallbackFM") ? 1 : 0);
                }
            }
        }

        assertThat(components).hasSize(8).allMatch(Component::hasRightName).noneMatch(Component::compressed);
        assertThat(components)
                .flatExtracting(Component::files)
                .singleElement()
                .satisfies(file -> assertThat(file.sha256()).isNotNull());
        assertThat(components).flatExtracting(Component::registry).isNotEmpty();
    }

    @Test
    void findsNoProblemInAnyRealPackage() throws IOException {
        List<Path> checked = new ArrayList<>();
        for (Path file : Samples.packages()) {
            if (file.getParent().endsWith("cab-ms-signed")) {
                continue;
            }
            try (ByteSource source = ByteSource.open(file)) {
                assertThat(FirmwarePackage.read(source, FormatLimits.defaults()).problems())
                        .as(file.toString())
                        .isEmpty();
                checked.add(file);
            }
        }

        assertThat(checked).hasSize(7);
    }

    @Test
    void writesTheManifestsOfRealPackagesAsTheyAre() throws IOException {
        for (String folder : List.of("spkg-retail-oem", "spkg-retail-ms", "spkr-retail-ms")) {
            try (ByteSource source = ByteSource.open(files(folder).get(0))) {
                FirmwarePackage read = FirmwarePackage.read(source, FormatLimits.defaults());
                String text =
                        new String(read.cabinet().readAll(read.manifestMember(), 1 << 20), StandardCharsets.UTF_8);
                String written = new String(DsmWriter.write(read.manifest()), StandardCharsets.UTF_8);

                assertThat(written).as(folder).isEqualTo(text);
            }
        }
    }

    private static PackageManifest only(String folder) throws IOException {
        return manifests(folder).get(0);
    }

    private static List<PackageManifest> manifests(String folder) throws IOException {
        List<PackageManifest> manifests = new ArrayList<>();
        for (Path file : files(folder)) {
            manifests.add(read(file));
        }
        return manifests;
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Samples.folderOrSkip(folder))) {
            return files.sorted().toList();
        }
    }

    private static PackageManifest read(Path file) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            return FirmwarePackage.read(source, FormatLimits.defaults()).manifest();
        }
    }
}
