package io.oemingest.core.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.CabinetCompression;
import io.oemingest.core.format.pkg.PackageWriter;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.prepare.PreparerOptions;
import io.oemingest.core.prepare.SubmissionPreparer;
import io.oemingest.core.signing.SecurityCatalogBuilder;
import io.oemingest.core.signing.TestIdentities;
import io.oemingest.core.testing.Samples;
import io.oemingest.core.testing.SubmissionFolder;
import io.oemingest.core.validation.ValidationReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often a file is opened, and how many of its bytes are read, from the paths to the verdict; writing an archive is not counted. */
class OnePassTest {
    private static final int IMAGE = 1_000;

    @TempDir
    private Path folder;

    private final CountedFiles files = new CountedFiles();
    private final SubmissionContentsReader reader =
            new SubmissionContentsReader(FormatLimits.defaults(), ProgressListener.NONE, files);

    @Test
    void everyFileOfAnImageOfAThousandPackagesIsOpenedOnceAndReadOnceUntilTheVerdict() throws IOException {
        SubmissionFolder input = SubmissionFolder.good(folder.resolve("in"));
        for (int i = 3; i < IMAGE; i++) {
            input.add(SubmissionFolder.contoso("P" + i).build(), 10);
        }
        input.writeDocuments();

        SubmissionContents contents = reader.read(input.image()).contents();
        ValidationReport report = new SubmissionPreparer(PreparerOptions.of("tests", "1")).judge(contents);

        assertThat(contents.packages()).hasSize(IMAGE);
        assertThat(report.acceptable()).as(report.toText()).isTrue();
        assertThat(files.uses()).hasSize(IMAGE + 2);
        assertThat(files.uses().values()).allSatisfy(each -> {
            assertThat(each.opened).isEqualTo(1);
            assertThat(each.read).isEqualTo(each.size);
        });
    }

    @Test
    void realPackagesAreOpenedOnceAndReadOnce() throws IOException {
        for (Path each : Samples.packages()) {
            reader.readPackages(List.of(each), ProductType.WINDOWS_PHONE_THRESHOLD);
        }
        assertThat(files.uses()).allSatisfy((file, use) -> {
            assertThat(use.size).isLessThanOrEqualTo(FactsCollector.MAX_HELD);
            assertThat(use.opened).isEqualTo(1);
            assertThat(use.read).isEqualTo(use.size);
        });
    }

    @Test
    void aPackageThatIsTooLargeToBeHeldIsOpenedOnceAndReadForItsDigestAndForWhatIsUnpacked() throws IOException {
        Path file = withSetupFile(FactsCollector.MAX_HELD, CabinetCompression.MSZIP);

        reader.readPackages(List.of(file), ProductType.WINDOWS_PHONE_BLUE);

        CountedFiles.Use use = files.uses().get(file);
        assertThat(use.size).isGreaterThan(FactsCollector.MAX_HELD);
        assertThat(use.opened).isEqualTo(1);
        assertThat(use.passes()).isBetween(2.0, 2.5);
    }

    @Test
    void unpackingReadsAPackageAtMostOnceBesideTheWayToItsManifest() throws IOException {
        Path file = withSetupFile(4 << 20, CabinetCompression.MSZIP);
        byte[] bytes = Files.readAllBytes(file);
        FileFacts row = new FileFacts("packages/a.spkg", bytes.length, Digest.sha256(bytes));

        PackageFacts read = PackageFactsReader.read(
                row, files.counted(file, ByteSource.of("a.spkg", bytes)), FormatLimits.defaults());

        assertThat(read.details().drivers()).hasSize(1);
        assertThat(read.details().content()).isNotNull();
        assertThat(files.uses().get(file).passes()).isLessThan(1.5);
    }

    /** A package of a big file that does not compress and of a driver's setup file, which has to be read. */
    private Path withSetupFile(int size, CabinetCompression compression) throws IOException {
        byte[] noise = new byte[size];
        new Random(1).nextBytes(noise);
        byte[] setup = "[Version]\r\nDriverVer = 02/29/2016,1.2.3.4\r\n".getBytes(StandardCharsets.US_ASCII);
        Path file = folder.resolve("Contoso.BASE.Phone.MainOS.spkg");
        PackageWriter.of(SubmissionFolder.contoso("MainOS").build())
                .compression(compression)
                .file("\\Windows\\big.bin", ByteSource.of("big.bin", noise))
                .file("\\Windows\\a.inf", ByteSource.of("a.inf", setup))
                .writeTo(file, new SecurityCatalogBuilder(TestIdentities.TIME));
        return file;
    }
}
