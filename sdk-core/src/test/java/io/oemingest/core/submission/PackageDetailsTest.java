package io.oemingest.core.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.acpi.PlacedTable;
import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.format.pkg.PackageWriter;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.signing.SecurityCatalogBuilder;
import io.oemingest.core.signing.TestIdentities;
import io.oemingest.core.testing.SubmissionFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read from inside a package for the rules that compare and look closer. */
class PackageDetailsTest {
    private static final SecurityCatalogBuilder CATALOGS = new SecurityCatalogBuilder(TestIdentities.TIME);

    @TempDir
    private Path folder;

    @Test
    void readsTheTablesOfThePlatformPartition() throws IOException {
        byte[] table = table(7);
        PackageDetails details = details(
                SubmissionFolder.contoso("PLAT").partition("PLAT").build(),
                Map.of("\\ACPI\\dsdt.aml", table, "\\ACPI\\notes.acp", new byte[] {1, 2, 3}, "\\pconf.bin", table));
        assertThat(details.acpiTables()).extracting(PlacedTable::devicePath).containsExactly("\\ACPI\\dsdt.aml");
        assertThat(details.acpiTables().get(0).table().header().oemRevision()).isEqualTo(7);
    }

    @Test
    void looksForTablesNowhereElse() throws IOException {
        PackageDetails details =
                details(SubmissionFolder.contoso("MainOS").build(), Map.of("\\ACPI\\dsdt.aml", table(7)));
        assertThat(details.acpiTables()).isEmpty();
    }

    @Test
    void findsCertificatesThatAreForTestsAndApplications() throws Exception {
        byte[] certificate = TestIdentities.packageSigner().chain().get(0).getEncoded();
        PackageDetails details = details(
                SubmissionFolder.contoso("MainOS").build(),
                Map.of(
                        "\\Windows\\test.cer", certificate,
                        "\\Windows\\broken.cer", new byte[] {0x30, 1},
                        "\\Programs\\CommonFiles\\Xaps\\a.xap", new byte[] {1},
                        "\\Windows\\Packages\\DownlevelMetadata\\a.xap", new byte[] {1}));
        assertThat(details.testCertificates()).containsExactly("\\Windows\\test.cer");
        assertThat(details.apps()).containsExactly("\\Programs\\CommonFiles\\Xaps\\a.xap");
    }

    @Test
    void givesOneDigestToOneContentWhateverTheVersion() throws IOException {
        PackageManifest.Builder manifest = SubmissionFolder.contoso("MainOS");
        PackageDetails first = details(manifest.build(), Map.of("\\a.bin", new byte[] {1, 2}));
        PackageDetails newer = details(
                manifest.version(FirmwareVersion.parse("9.0.0.0")).build(), Map.of("\\a.bin", new byte[] {1, 2}));
        PackageDetails changed = details(manifest.build(), Map.of("\\a.bin", new byte[] {1, 3}));
        assertThat(first.content()).isNotNull().isEqualTo(newer.content()).isNotEqualTo(changed.content());
    }

    private PackageDetails details(PackageManifest manifest, Map<String, byte[]> files) throws IOException {
        Path packages = Files.createTempDirectory(folder, "packages");
        PackageWriter writer = PackageWriter.of(manifest);
        files.forEach((path, bytes) -> writer.file(path, ByteSource.of(path, bytes)));
        writer.writeTo(packages.resolve(PackageWriter.fileName(manifest)), CATALOGS);
        SubmissionContents contents = new SubmissionContentsReader(FormatLimits.defaults(), ProgressListener.NONE)
                .read(new PartialImage.ContextFree(packages, ProductType.WINDOWS_PHONE_BLUE))
                .contents();
        assertThat(contents.unreadable()).isEmpty();
        return contents.packages().get(0).details();
    }

    private static byte[] table(int oemRevision) {
        ByteBuffer table = ByteBuffer.allocate(36).order(ByteOrder.LITTLE_ENDIAN);
        table.put("DSDT".getBytes(StandardCharsets.US_ASCII))
                .putInt(36)
                .put((byte) 2)
                .put((byte) 0);
        table.put("CONTO DEMO100 ".getBytes(StandardCharsets.US_ASCII)).putInt(oemRevision);
        table.put("MSFT".getBytes(StandardCharsets.US_ASCII)).putInt(1);
        byte sum = 0;
        for (byte each : table.array()) {
            sum += each;
        }
        table.array()[9] = (byte) -sum;
        return table.array();
    }
}
