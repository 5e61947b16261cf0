package io.oemingest.core.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageNames;
import io.oemingest.core.model.PackageStyle;
import io.oemingest.core.signing.SecurityCatalogBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmptyPackagesTest {
    private static final PackageNames NAMES = PackageNames.of(List.of("Contoso.Old.Driver", "Contoso.Old_Lang_de-DE"));
    private static final SecurityCatalogBuilder CATALOGS =
            new SecurityCatalogBuilder(() -> Instant.parse("2026-11-22T06:16:00Z"));

    @TempDir
    private Path folder;

    @Test
    void keepTheNamesThatAPackageSetMustNotLose() throws Exception {
        Path made = folder.resolve("made");
        List<Path> written = EmptyPackages.of(NAMES, EmptyPackagesTest::cbs).writeTo(made, CATALOGS);

        assertThat(written)
                .containsExactly(made.resolve("Contoso.Old.Driver.cab"), made.resolve("Contoso.Old_LANG_de-de.cab"));
        assertThat(manifest(written.get(1)).identity())
                .isEqualTo(new PackageIdentity("Contoso", "Old", null, "de-DE", null));
        assertThat(manifest(written.get(0)).version()).isEqualTo(FirmwareVersion.parse("2.0.0.0"));
        assertThat(manifest(written.get(0)).files())
                .allMatch(each -> each.isMetadata() || each.devicePath().endsWith(".manifest"));
        assertThat(PackageNames.ofFiles(written.stream()
                        .map(each -> each.getFileName().toString())
                        .toList()))
                .isEqualTo(NAMES);
    }

    @Test
    void leaveFilesInTheWayAsTheyAre() throws Exception {
        Path mine = Files.writeString(folder.resolve("Contoso.Old.Driver.cab"), "mine");
        EmptyPackages empty = EmptyPackages.of(NAMES, EmptyPackagesTest::cbs);

        Path other = folder.resolve("Contoso.Old_LANG_de-de.cab");
        assertThat(empty.writeTo(folder, CATALOGS)).containsExactly(other);
        byte[] before = Files.readAllBytes(other);
        assertThat(empty.writeTo(folder, CATALOGS)).isEmpty();
        assertThat(mine).hasContent("mine");
        assertThat(other).hasBinaryContent(before);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(mine, other);
        }
    }

    @Test
    void areMadeOfNamesThatPackagesCanHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmptyPackages.of(PackageNames.of(List.of("A.B", "A")), EmptyPackagesTest::cbs))
                .withMessage("'A' is not a name of the form Owner.Component[.SubComponent][_Lang_x|_RES_WxH]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmptyPackages.of(PackageNames.of(List.of("A.B/C")), EmptyPackagesTest::cbs))
                .withMessage("Component has other characters than letters, digits, '_', '-' and '.': 'B/C'");
        assertThat(EmptyPackages.of(PackageNames.of(List.of()), EmptyPackagesTest::cbs)
                        .packages())
                .isEmpty();
    }

    private static PackageManifest cbs(PackageIdentity identity) {
        return PackageManifest.retail(PackageStyle.CBS, identity)
                .version(FirmwareVersion.parse("2.0.0.0"))
                .build();
    }

    private static PackageManifest manifest(Path file) throws Exception {
        try (ByteSource source = ByteSource.open(file)) {
            return FirmwarePackage.read(source, FormatLimits.defaults()).manifest();
        }
    }
}
