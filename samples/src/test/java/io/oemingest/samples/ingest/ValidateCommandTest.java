package io.oemingest.samples.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.ffu.FfuDisk;
import io.oemingest.core.format.ffu.FfuPartition;
import io.oemingest.core.format.ffu.FfuWriter;
import io.oemingest.core.format.ffu.PlatformId;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.signing.HashTableCatalogBuilder;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.ValidationReport;
import io.oemingest.core.validation.report.JsonReport;
import io.oemingest.emulator.EmulatedAccount;
import io.oemingest.emulator.IngestionEmulator;
import io.oemingest.samples.TestInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidateCommandTest {
    @TempDir
    static Path folder;

    private static TestInput good;
    private static TestInput bad;
    private static IngestionEmulator service;

    @BeforeAll
    static void start() throws IOException {
        good = TestInput.acceptable(Files.createDirectory(folder.resolve("good")));
        bad = TestInput.refused(Files.createDirectory(folder.resolve("bad")));
        service = IngestionEmulator.builder()
                .quickKeys()
                .account("Contoso", "secret")
                .account(EmulatedAccount.of("Poor", "poor").withPermissions())
                .start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void judgesPackagesFoldersOfThemAndBothTogether() throws IOException {
        Run folderAlone = validate(good.files().packages());
        assertThat(folderAlone.exitCode()).isZero();
        assertThat(folderAlone.out()).startsWith("Acceptable: 0 blocking, 0 warnings, 1 note, ");
        assertThat(folderAlone.err()).isEmpty();

        assertThat(rules(good.packageFile("PLAT.spkg"), bad.files().packages()))
                .containsExactly("PKG-04 packages/Contoso.Diagnostics.MainOS.spkg");
    }

    @Test
    void judgesAnImageByItsHistoryAndWhatIsBesideIt() throws IOException {
        List<Object> image = List.of(
                good.files().updateHistory(),
                "--package-root",
                "c:\\contoso\\prebuilt=" + good.files().packages());

        assertThat(rules(image, "--baseline")).containsExactly("WSP-19 packages", "INI-21 packages");
        assertThat(rules(good.files().updateHistory()).stream().filter(each -> each.startsWith("WSP-22")))
                .as("without a root the packages are not found")
                .hasSize(6);
        assertThat(rules(good.files().updateHistory(), good.files().packages()))
                .as("a partial image with its context")
                .containsExactly("INI-21 packages");
        Path alone = Files.copy(good.files().updateHistory(), folder.resolve("UpdateHistory.xml"));
        assertThat(Run.of("validate", alone))
                .isEqualTo(new Run(
                        2,
                        "",
                        "ingest: INI-03 arguments (OEMInput): There is no OEM input. Mend: Give the path of"
                                + " OEMInput.xml.\n  See 'ingest COMMAND --help' for the arguments.\n"));
    }

    @Test
    void judgesAnArchiveAndTellsOneThatIsDamaged() throws IOException {
        Path archive = folder.resolve("archive.zip");
        Run.of(
                "prepare",
                "--packages",
                good.files().packages(),
                "--context-free",
                "--product",
                "WindowsPhoneThreshold",
                "--output",
                archive);
        assertThat(rules(archive)).containsExactly("INI-21 packages");

        byte[] bytes = Files.readAllBytes(archive);
        bytes[bytes.length / 2] ^= 1;
        Run damaged = Run.of("validate", Files.write(folder.resolve("damaged.zip"), bytes));
        assertThat(damaged.exitCode()).isEqualTo(3);
        assertThat(damaged.out()).isEmpty();
        assertThat(Run.of("validate", archive, good.files().packages()))
                .isEqualTo(new Run(
                        2,
                        "",
                        "ingest: A submission archive is a submission of its own: give it alone\n"
                                + "  See 'ingest COMMAND --help' for the arguments.\n"));
    }

    @Test
    void judgesAnImageFileAlone() throws IOException {
        Path ffu = folder.resolve("flash.ffu");
        FfuPartition partition = new FfuPartition(
                "PLAT", new UUID(0, 1), new UUID(0, 2), 64, true, ByteSource.of("plat", new byte[2000]));
        FfuWriter.create(4096, List.of(new PlatformId("Contoso.Demo.D100")))
                .disk(new FfuDisk(new UUID(0, 3), "", 1 << 16, List.of(partition)))
                .writeTo(ffu, new HashTableCatalogBuilder(InstantSource.system()));
        assertThat(rules(ffu)).isEmpty();
        byte[] bytes = Files.readAllBytes(ffu);
        bytes[bytes.length - 1] ^= 1;
        Files.write(ffu, bytes);
        assertThat(rules(ffu)).hasSize(1).allMatch(each -> each.startsWith("FFU-02 "));
    }

    @Test
    void holdsTheSubmissionAgainstAServiceAndNamesTheSide() throws IOException {
        List<Object> there = List.of("--against", service.uri(), "--token", "secret");
        Run run = validate(bad.files().packages(), there);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("    packages/Contoso.Diagnostics.MainOS.spkg\n")
                .contains("      Found by: client and service\n")
                .contains("  PKG-18  At the service: Signatures are judged by the packages themselves");

        ValidationReport report = report(good.files().packages(), there);
        assertThat(report.findings())
                .extracting(each -> each.rule() + " " + each.severity() + " " + each.evidence())
                .containsExactly("INI-21 INFO {side=client}");
        Run refused = validate(good.files().packages(), "--against", service.uri(), "--token", "poor");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out()).startsWith("Acceptable: ");
        assertThat(refused.err())
                .contains("(reason PermissionDenied, ")
                .contains("  PAR-01 account: The account Poor lacks the permission for partial images.");
    }

    @Test
    void tellsWhatIsKnownHereWhenTheServiceDoesNotAnswer() throws IOException {
        Run run = validate(good.files().packages(), "--against", "http://127.0.0.1:1");
        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.out()).startsWith("Acceptable: 0 blocking");
        assertThat(run.err()).contains("No connection for POST http://127.0.0.1:1/v1/checks");
        assertThat(validate(bad.files().packages(), "--against", "http://127.0.0.1:1")
                        .exitCode())
                .as("what is refused here is refused without the service")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "good, error, 0",
        "good, warning, 0",
        "good, info, 1",
        "bad, error, 1",
        "bad, warning, 1",
    })
    void failsFromTheWeightThatIsAskedFor(String which, String weight, int exitCode) throws IOException {
        TestInput input = which.equals("good") ? good : bad;
        assertThat(validate(input.files().packages(), "--fail-on", weight).exitCode())
                .isEqualTo(exitCode);
    }

    @Test
    void weighsByAProfileAndByWaiversAsPreparingDoes() throws IOException {
        Object packages = bad.files().packages();
        assertThat(validate(packages, "--profile", "test").exitCode()).isZero();
        assertThat(validate(packages, "--profile", "test", "--fail-on", "warning")
                        .exitCode())
                .isEqualTo(1);
        assertThat(validate(packages, "--waive", "PKG-04=Agreed.", "--fail-on", "warning")
                        .exitCode())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text  | Not acceptable: 1 blocking
            json  | {
            sarif | {
            junit | <?xml version="1.0" encoding="UTF-8"?>
            html  | <!DOCTYPE html>
            """)
    void writesEveryFormWhereItIsToldAndNothingElse(String form, String start) throws IOException {
        List<Path> before = files();
        Run printed = validate(bad.files().packages(), "--format", form);
        assertThat(printed.out()).startsWith(start);
        assertThat(files()).isEqualTo(before);

        Path output = folder.resolve("report." + form);
        Run written = validate(bad.files().packages(), "--format", form, "--output", output);
        assertThat(written.out()).isEmpty();
        assertThat(output).content().isEqualToNormalizingNewlines(printed.out());
        Files.delete(output);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void complainsAboutWhatIsNotThereOrNotOneSubmission() {
        Path absent = folder.resolve("absent.spkg");
        assertThat(Run.of("validate", absent))
                .isEqualTo(
                        new Run(3, "", "ingest: " + absent + ": there is no such file or folder\n  Check the path.\n"));
        assertThat(Run.of("validate", good.files().updateHistory(), good.files().oemInput())
                        .err())
                .startsWith("ingest: Two of a kind (update history): ");
        assertThat(Run.of("validate", folder, "--fail-on", "never").err())
                .startsWith("Invalid value for option '--fail-on': 'never' is none of error, warning, info\n");
        assertThat(Run.of("validate").exitCode()).isEqualTo(2);
        assertThat(Run.of("validate", "--help").out())
                .contains(
                        "  submission archive                what 'prepare' wrote\n",
                        "no usable answer from the service; the report is this machine's");
    }

    private static Run validate(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("validate", "--product", "WindowsPhoneThreshold"));
        all.addAll(Arrays.asList(arguments));
        return Run.of(all.stream()
                .flatMap(each -> each instanceof List<?> list ? list.stream() : Stream.of(each))
                .toArray());
    }

    private static ValidationReport report(Object... arguments) throws IOException {
        List<Object> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--format", "json"));
        byte[] text = validate(all.toArray()).out().getBytes(StandardCharsets.UTF_8);
        return JsonReport.read(new ByteArrayInputStream(text), "printed", FormatLimits.defaults());
    }

    /** Rule and place of each finding. */
    private static List<String> rules(Object... arguments) throws IOException {
        ValidationReport report = report(arguments);
        assertThat(report.acceptable()).isEqualTo(report.count(Severity.BLOCK) == 0);
        return report.findings().stream()
                .map(each -> each.rule() + " " + each.location())
                .toList();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }
}
