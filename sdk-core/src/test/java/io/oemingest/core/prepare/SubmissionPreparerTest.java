package io.oemingest.core.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.io.ProgressListener.Progress;
import io.oemingest.core.submission.SubmissionArchive;
import io.oemingest.core.testing.SubmissionFolder;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.SkippedRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionPreparerTest {
    private static final PreparerOptions OPTIONS = PreparerOptions.of("tests", "1.0");

    @TempDir
    private Path folder;

    @Test
    void preparesAContextualSubmission() throws Exception {
        SubmissionFolder input = SubmissionFolder.good(folder.resolve("in"));
        PreparedSubmission prepared = prepare(input, folder.resolve("out.zip"));
        assertThat(prepared.report().findings()).isEmpty();
        assertThat(prepared.report().acceptable()).isTrue();
        assertThat(prepared.archive()).isEqualTo(folder.resolve("out.zip").toAbsolutePath());
        try (SubmissionArchive archive =
                SubmissionArchive.open(prepared.archive(), FormatLimits.defaults(), ProgressListener.NONE)) {
            assertThat(archive.manifest().files())
                    .extracting(each -> each.file().path())
                    .containsExactly(
                            "OEMInput.xml",
                            "UpdateHistory.xml",
                            "packages/Contoso.BASE.Phone.EFIESP.spkg",
                            "packages/Contoso.BASE.Phone.MainOS.spkg",
                            "packages/Contoso.DEMO_ROW.Customizations.MainOS.spkg",
                            "validation-report.json");
            assertThat(archive.manifest().pairings()).hasToString("[CONTOSO/D100_ROW/000-DE]");
        }
        assertThat(files())
                .containsExactly("in", "out.zip", "out.zip.validation-report.json", "out.zip.validation-report.txt");
    }

    @Test
    void preparesAContextFreeSubmissionAndSaysWhatWasNotChecked() throws Exception {
        SubmissionFolder input = SubmissionFolder.in(folder.resolve("in"));
        input.add(SubmissionFolder.contoso("MainOS").build(), 10);
        PreparedSubmission prepared =
                new SubmissionPreparer(OPTIONS).prepare(input.contextFree(), folder.resolve("out.zip"));
        assertThat(prepared.report().findings()).isEmpty();
        assertThat(prepared.report().skipped())
                .extracting(SkippedRule::rule)
                .extracting(RuleId::text)
                .containsExactly("DTI-01", "DTI-02", "STD-06", "STD-07", "STD-08", "STD-09");
    }

    @Test
    void asksForASignerByTheNameOfThePackage() throws Exception {
        SubmissionFolder input = SubmissionFolder.good(folder.resolve("in"));
        PreparerOptions asking = OPTIONS.withSignAs("contoso.base.phone.mainos.SPKG", "PPL");
        PreparedSubmission prepared =
                new SubmissionPreparer(asking).prepare(input.contextual(), folder.resolve("out.zip"));
        assertThat(prepared.report().findings()).isEmpty();
        assertThat(SubmissionArchive.readManifest(prepared.archive(), FormatLimits.defaults())
                        .files())
                .filteredOn(each -> each.signAs() != null)
                .extracting(each -> each.file().path() + " " + each.signAs())
                .containsExactly("packages/Contoso.BASE.Phone.MainOS.spkg PPL");
        prepare(input, folder.resolve("plain.zip"));
        assertThat(folder.resolve("plain.zip")).isNotEmptyFile();
        assertThat(Files.mismatch(prepared.archive(), folder.resolve("plain.zip")))
                .isNotEqualTo(-1);
    }

    @Test
    void refusesToAskForAPackageThatIsNotThere() throws Exception {
        SubmissionFolder input = SubmissionFolder.good(folder.resolve("in"));
        PreparerOptions asking = OPTIONS.withSignAs("Contoso.Nowhere.spkg", "PPL");
        assertThatThrownBy(() -> new SubmissionPreparer(asking).prepare(input.contextual(), folder.resolve("out.zip")))
                .isInstanceOfSatisfying(
                        SubmissionRejectedException.class,
                        e -> assertThat(e.report().findings())
                                .containsExactly(new Finding(
                                        RuleId.of("PAR-08"),
                                        Severity.BLOCK,
                                        Location.ofPart("arguments", "SignAs"),
                                        "No package of the submission is called 'Contoso.Nowhere.spkg'.",
                                        "Name a package by its file name.")));
        assertThat(folder.resolve("out.zip")).doesNotExist();
    }

    @Test
    void writesTheSameBytesForTheSameInput() throws Exception {
        SubmissionFolder input = SubmissionFolder.good(folder.resolve("in"));
        prepare(input, folder.resolve("a.zip"));
        prepare(input, folder.resolve("b.zip"));
        assertThat(folder.resolve("a.zip")).hasSameBinaryContentAs(folder.resolve("b.zip"));
    }

    @Test
    void namesTheArchiveItselfInAnExistingFolder() throws Exception {
        SubmissionFolder input = SubmissionFolder.good(folder.resolve("in"));
        Path out = Files.createDirectory(folder.resolve("out"));
        Path first = prepare(input, out).archive();
        assertThat(first.getFileName().toString()).matches("PartialImage\\.[0-9a-f]{12}\\.zip");
        assertThat(prepare(input, out).archive()).isEqualTo(first);
        input.add(SubmissionFolder.contoso("PLAT").partition("PLAT").build(), 10);
        input.writeDocuments();
        assertThat(prepare(input, out).archive()).isNotEqualTo(first);
    }

    @Test
    void findsEverythingAtOnceAndLeavesTheReportButNoArchive() throws Exception {
        SubmissionFolder input = SubmissionFolder.good(folder.resolve("in"));
        input.add(
                SubmissionFolder.contoso("PLAT")
                        .partition("PLAT")
                        .releaseType("Test")
                        .build(),
                10);
        Files.writeString(input.packages().resolve("broken.spkg"), "this is no cabinet, and never was one");
        Files.writeString(input.packages().resolve("readme.txt"), "hello");
        Files.createDirectory(input.packages().resolve("more"));
        SubmissionRejectedException rejected = rejected(input);
        assertThat(rejected.report().findings())
                .extracting(each -> each.rule() + " " + each.location().file() + " " + each.severity())
                .containsExactly(
                        "INI-21 packages/more/ BLOCK",
                        "INI-21 packages/readme.txt BLOCK",
                        "INI-33 packages/broken.spkg BLOCK",
                        "PAR-03 packages/Contoso.BASE.Phone.PLAT.spkg BLOCK",
                        "PKG-04 packages/Contoso.BASE.Phone.PLAT.spkg BLOCK");
        assertThat(files()).containsExactly("in", "out.zip.validation-report.json", "out.zip.validation-report.txt");
        assertThat(rejected.reportFile())
                .isEqualTo(folder.resolve("out.zip.validation-report.json").toAbsolutePath());
        assertThat(SubmissionFolder.text(folder.resolve("out.zip.validation-report.txt")))
                .isEqualTo(rejected.report().toText())
                .startsWith("Not acceptable: 5 blocking, 0 warnings, 0 notes, 0 not checked\n\nBlocking\n");
        assertThat(rejected).hasMessageContaining(rejected.report().toText());
    }

    @Test
    void findsFilesThatAreNotThere() throws Exception {
        SubmissionFolder input = SubmissionFolder.in(folder.resolve("in"));
        Files.delete(input.packages());
        assertThat(rejected(input).report().findings())
                .containsExactly(
                        missing(input.oemInput(), "there is no such file"),
                        missing(input.updateHistory(), "there is no such file"),
                        missing(input.packages(), "there is no such folder"));
    }

    @Test
    void findsAnEmptyFolder() throws Exception {
        SubmissionFolder input = SubmissionFolder.in(folder.resolve("in"));
        input.writeDocuments();
        assertThat(rejected(input).report().findings())
                .containsExactly(new Finding(
                        RuleId.of("INI-33"),
                        Severity.BLOCK,
                        Location.ofFile("packages/"),
                        "The file cannot be read: there is no package",
                        "Check the path; build a damaged file again, or leave it out of the submission."));
    }

    @Test
    void findsDocumentsThatAreNotXml() throws Exception {
        SubmissionFolder input = SubmissionFolder.good(folder.resolve("in"));
        Files.writeString(input.updateHistory(), "<UpdateHistory>");
        Files.writeString(input.oemInput(), "");
        assertThat(rejected(input).report().findings())
                .extracting(each -> each.rule() + " " + each.location().file())
                .containsExactly("INI-33 OEMInput.xml", "INI-33 UpdateHistory.xml");
    }

    @Test
    void keepsWarningsAboutArgumentsInTheReport() throws Exception {
        SubmissionFolder input = SubmissionFolder.good(folder.resolve("in"));
        PreparedSubmission prepared = new SubmissionPreparer(OPTIONS)
                .prepare(SubmissionArguments.builder()
                        .type("partialimage")
                        .updateHistory(input.updateHistory())
                        .oemInput(input.oemInput())
                        .partialDirectory(input.packages())
                        .output(folder.resolve("out.zip"))
                        .nonWspcCompliant(true)
                        .build());
        assertThat(prepared.report().findings())
                .containsExactly(new Finding(
                        RuleId.of("INI-16"),
                        Severity.WARN,
                        Location.ofPart("arguments", "NonWspcCompliant"),
                        "The switch has no effect: validation is never skipped.",
                        "Leave it out."));
    }

    @Test
    void leavesNothingWhenTheListenerCancelsTheWriting() throws Exception {
        SubmissionFolder input = SubmissionFolder.good(folder.resolve("in"));
        PreparerOptions options = OPTIONS.withProgress(progress -> {
            if (progress.stage().equals("write")) {
                throw new CancellationException("enough");
            }
        });
        assertThatThrownBy(() -> new SubmissionPreparer(options).prepare(input.contextual(), folder.resolve("out.zip")))
                .isInstanceOf(CancellationException.class)
                .hasMessage("enough");
        assertThat(files()).containsExactly("in");
    }

    @Test
    void noticesAFileThatChangesBetweenReadingAndWriting() throws Exception {
        SubmissionFolder input = SubmissionFolder.good(folder.resolve("in"));
        Path victim = input.packages().resolve("Contoso.BASE.Phone.MainOS.spkg");
        PreparerOptions options = OPTIONS.withProgress(progress -> flipLastByteAtFirstWrite(progress, victim));
        assertThatThrownBy(() -> new SubmissionPreparer(options).prepare(input.contextual(), folder.resolve("out.zip")))
                .isInstanceOf(IOException.class)
                .hasMessage("packages/Contoso.BASE.Phone.MainOS.spkg changed between being read and being written");
        assertThat(files()).containsExactly("in");
    }

    @Test
    void reportsEveryFileReadAndEveryPackageWritten() throws Exception {
        SubmissionFolder input = SubmissionFolder.good(folder.resolve("in"));
        List<String> finished = new ArrayList<>();
        PreparerOptions options = OPTIONS.withProgress(progress -> {
            if (progress.done() == progress.total()) {
                finished.add(progress.stage() + " " + progress.item());
            }
        });
        new SubmissionPreparer(options).prepare(input.contextual(), folder.resolve("out.zip"));
        assertThat(finished)
                .containsExactly(
                        "read OEMInput.xml",
                        "read UpdateHistory.xml",
                        "read packages/Contoso.BASE.Phone.EFIESP.spkg",
                        "read packages/Contoso.BASE.Phone.MainOS.spkg",
                        "read packages/Contoso.DEMO_ROW.Customizations.MainOS.spkg",
                        "write packages/Contoso.BASE.Phone.EFIESP.spkg",
                        "write packages/Contoso.BASE.Phone.MainOS.spkg",
                        "write packages/Contoso.DEMO_ROW.Customizations.MainOS.spkg");
    }

    private PreparedSubmission prepare(SubmissionFolder input, Path output) throws Exception {
        return new SubmissionPreparer(OPTIONS).prepare(input.contextual(), output);
    }

    private SubmissionRejectedException rejected(SubmissionFolder input) {
        return catchThrowableOfType(SubmissionRejectedException.class, () -> prepare(input, folder.resolve("out.zip")));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    private static Finding missing(Path file, String problem) {
        return new Finding(
                RuleId.of("INI-33"),
                Severity.BLOCK,
                Location.ofFile(file.toString()),
                "The file cannot be read: " + problem,
                "Check the path; build a damaged file again, or leave it out of the submission.");
    }

    private static void flipLastByteAtFirstWrite(Progress progress, Path victim) {
        if (!progress.stage().equals("write") || !progress.item().endsWith("EFIESP.spkg")) {
            return;
        }
        try {
            byte[] bytes = Files.readAllBytes(victim);
            bytes[bytes.length - 1] ^= 1;
            Files.write(victim, bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
