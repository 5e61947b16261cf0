package io.oemingest.core.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.oemingest.core.baseline.BaselineAnswer;
import io.oemingest.core.baseline.BaselineQuery;
import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageNames;
import io.oemingest.core.model.SubmissionContext;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.submission.FfuFacts;
import io.oemingest.core.submission.FirmwareSubmission;
import io.oemingest.core.submission.PackageRoots;
import io.oemingest.core.submission.SubmissionArchive;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.submission.SubmissionKind;
import io.oemingest.core.testing.SubmissionFolder;
import io.oemingest.core.testing.TestDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole images and catalogs of images, from an OEM's files to an archive that the other side reads. */
class ImagePreparingTest {
    @TempDir
    private Path folder;

    private SubmissionFolder input;

    @BeforeEach
    void makeAnImage() throws IOException {
        input = SubmissionFolder.good(folder.resolve("in"));
    }

    @Test
    void preparesTheImageThatTheHistoryNames() throws Exception {
        Files.writeString(input.packages().resolve("unrelated.txt"), "not of the image, and nobody minds");
        PreparedSubmission prepared = prepare(input.image().asBaseline());
        assertThat(prepared.report().findings()).isEmpty();
        try (SubmissionArchive archive = open(prepared)) {
            SubmissionKind kind = archive.manifest().kind();
            assertThat(kind.type()).isEqualTo(SubmissionType.IMAGE);
            assertThat(kind.context()).isEqualTo(SubmissionContext.CONTEXTUAL);
            assertThat(kind.baseline()).isTrue();
            assertThat(archive.manifest().files())
                    .extracting(each -> each.file().path())
                    .containsExactly(
                            "OEMInput.xml",
                            "UpdateHistory.xml",
                            "packages/Contoso.BASE.Phone.EFIESP.spkg",
                            "packages/Contoso.BASE.Phone.MainOS.spkg",
                            "packages/Contoso.DEMO_ROW.Customizations.MainOS.spkg",
                            "validation-report.json");
            assertThat(archive.contents().unreadable()).isEmpty();
        }
    }

    @Test
    void leavesMicrosoftsPackagesWhereTheyAre() throws Exception {
        String history = SubmissionFolder.text(input.updateHistory());
        int first = history.indexOf("<OwnerType>OEM");
        Files.writeString(
                input.updateHistory(),
                history.substring(0, first) + "<OwnerType>Microsoft"
                        + history.substring(first + "<OwnerType>OEM".length()));
        Files.delete(input.packages().resolve("Contoso.BASE.Phone.MainOS.spkg"));
        try (SubmissionArchive archive = open(prepare(input.image()))) {
            assertThat(archive.contents().packages())
                    .extracting(each -> each.path())
                    .containsExactly(
                            "packages/Contoso.BASE.Phone.EFIESP.spkg",
                            "packages/Contoso.DEMO_ROW.Customizations.MainOS.spkg");
        }
    }

    @Test
    void namesEachPackageThatIsNotThere() throws Exception {
        Files.delete(input.packages().resolve("Contoso.BASE.Phone.MainOS.spkg"));
        assertThat(problems(input.image()))
                .containsExactly(
                        "WSP-22 packages/Contoso.BASE.Phone.MainOS.spkg: The package cannot be loaded: the update"
                                + " history has it as \\\\?\\c:\\out\\Contoso.BASE.Phone.MainOS.spkg, and it is not there");
        assertThat(problems(input.image().withPackageRoots(PackageRoots.NONE)))
                .filteredOn(problem -> problem.startsWith("WSP-22 "))
                .hasSize(3);
    }

    @Test
    void namesAPackageThatIsNotTheOneOfTheHistory() throws Exception {
        Path mainOs = input.packages().resolve("Contoso.BASE.Phone.MainOS.spkg");
        Path efiesp = input.packages().resolve("Contoso.BASE.Phone.EFIESP.spkg");
        Files.write(mainOs, Files.readAllBytes(efiesp));
        assertThat(problems(input.image()))
                .contains("INI-33 packages/Contoso.BASE.Phone.MainOS.spkg: The file cannot be read: is the package"
                        + " Contoso.BASE.Phone.EFIESP, the update history has Contoso.BASE.Phone.MainOS there");
        Files.writeString(
                input.updateHistory(),
                SubmissionFolder.text(input.updateHistory()).replace("Build=\"808\"", "Build=\"809\""));
        assertThat(problems(input.image()))
                .contains("INI-33 packages/Contoso.BASE.Phone.EFIESP.spkg: The file cannot be read: has the version"
                        + " 1.40.55.808, the update history has 1.40.55.809");
    }

    @Test
    void saysOfADamagedPackageOnlyThatItIsDamaged() throws Exception {
        Files.writeString(input.packages().resolve("Contoso.BASE.Phone.MainOS.spkg"), "no cabinet, and never was one");
        assertThat(problems(input.image()))
                .singleElement()
                .asString()
                .isEqualTo("WSP-22 packages/Contoso.BASE.Phone.MainOS.spkg (header) at offset 0: The package cannot be"
                        + " loaded: needs 36 bytes, the file ends at 29 (truncated?)");
    }

    @Test
    void comparesAnUpdateWithTheImageBefore() throws Exception {
        SubmissionContents before;
        try (SubmissionArchive archive = open(prepare(input.image()))) {
            before = archive.contents();
        }
        SubmissionFolder update = SubmissionFolder.in(folder.resolve("update"));
        update.add(SubmissionFolder.contoso("MainOS").build(), 5001);
        update.add(
                SubmissionFolder.contoso("EFIESP")
                        .partition("EFIESP")
                        .version(FirmwareVersion.parse("1.40.55.807"))
                        .build(),
                300);
        update.addCustomizations(TestDocuments.TARGETING);
        update.writeDocuments();
        SubmissionRejectedException rejected = catchThrowableOfType(
                SubmissionRejectedException.class,
                () -> new SubmissionPreparer(PreparerOptions.of("tests", "1.0").withPrevious(before))
                        .prepare(update.image(), folder.resolve("update.zip")));
        assertThat(rejected.report().findings())
                .extracting(each -> each.rule() + " " + each.severity() + " " + each.location())
                .containsExactly(
                        "VER-04 BLOCK packages/Contoso.BASE.Phone.EFIESP.spkg",
                        "VER-03 WARN packages/Contoso.BASE.Phone.MainOS.spkg",
                        "WSP-19 WARN packages");
    }

    @Test
    void preparesACatalogWithoutThePayloadOfItsImage() throws Exception {
        PreparedSubmission prepared = prepare(input.ffuCatalog());
        assertThat(prepared.report().findings()).isEmpty();
        try (SubmissionArchive archive = open(prepared)) {
            assertThat(archive.manifest().files())
                    .extracting(each -> each.file().path())
                    .containsExactly("OEMInput.xml", "UpdateHistory.xml", "ffu/head.bin", "validation-report.json");
            FfuFacts facts = archive.contents().documents().ffu().content();
            assertThat(facts.platformIds()).hasToString("[Contoso.Demo.D100, *]");
            assertThat(facts.mismatch()).isNull();
            assertThat(facts.ekus()).isNull();
            assertThat(facts.chunks()).as("the service has the head alone").isNull();
            assertThat(archive.manifest().files().get(2).file().size())
                    .isLessThan(Files.size(input.ffuCatalog().ffu()));
        }
    }

    @Test
    void saysWhatIsNoImage() throws Exception {
        FirmwareSubmission catalog = input.ffuCatalog();
        Files.writeString(folder.resolve("in/flash.ffu"), "this is no image, and never was one of any kind");
        assertThat(problems(catalog)).singleElement().asString().startsWith("INI-33 flash.ffu");
    }

    private List<String> problems(FirmwareSubmission submission) {
        SubmissionRejectedException rejected =
                catchThrowableOfType(SubmissionRejectedException.class, () -> prepare(submission));
        return rejected.report().findings().stream()
                .map(each -> each.rule() + " " + each.location() + ": " + each.message())
                .toList();
    }

    private PreparedSubmission prepare(FirmwareSubmission submission) throws Exception {
        return new SubmissionPreparer(PreparerOptions.of("tests", "1.0").withBaselines(ImagePreparingTest::baselines))
                .prepare(submission, folder.resolve("out.zip"));
    }

    /** One that every image contains. */
    private static BaselineAnswer baselines(BaselineQuery query) {
        return new BaselineAnswer.Current(List.of(new Baseline(
                query.product(),
                query.pairing(),
                FirmwareVersion.parse("0.0.0.1"),
                new SubmissionTicket("TKT-SIGN-TEST-AAAAA1"),
                PackageNames.of(List.of()))));
    }

    private static SubmissionArchive open(PreparedSubmission prepared) throws IOException {
        return SubmissionArchive.open(prepared.archive(), FormatLimits.defaults(), ProgressListener.NONE);
    }
}
