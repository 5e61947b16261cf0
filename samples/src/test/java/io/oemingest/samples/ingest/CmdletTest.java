package io.oemingest.samples.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.emulator.IngestionEmulator;
import io.oemingest.samples.TestInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The program in the words of the historic client. */
class CmdletTest {
    @TempDir
    Path folder;

    @Test
    void theWholeJobInTheWordsOfTheCmdlets() throws IOException {
        TestInput input = TestInput.acceptable(folder);
        Path archive = folder.resolve("submission.zip");
        try (IngestionEmulator emulator = IngestionEmulator.builder()
                .quickKeys()
                .trustInputRoot(input.pki().input().root())
                .start()) {
            Run initialized = Run.of(
                    "initialize-FIRMWAREsubmission",
                    List.of("-TypeOfProduct", "WindowsPhoneThreshold", "-TypeOfSubmission", "PartialImage"),
                    List.of("\u2013UpdateHistoryPath", folderOf(input.files().updateHistory())),
                    List.of("-oeminputpath:" + input.files().oemInput(), "-OutputFilePath", archive),
                    List.of("-PartialImageDirectory", input.files().packages(), "-Verbose"));
            assertThat(initialized.err()).startsWith("Acceptable: ");
            assertThat(initialized.out()).isEqualTo(archive + "\n");

            List<Object> service =
                    List.of("-ServiceUri", emulator.uri(), "-CertificateStoreName", "My", "--token", emulator.token());
            Run submitted = Run.of("New-FirmwareSubmission", "-Path", archive, service);
            assertThat(submitted.exitCode()).isZero();
            assertThat(submitted.err())
                    .startsWith("ingest: -CertificateStoreName has no meaning here: credentials are the environment"
                            + " variable INGEST_TOKEN.\n");
            String ticket = submitted.out().strip();

            Run.of("status", ticket, "--wait", "PT1M", "--service", emulator.uri(), "--token", emulator.token());
            Path roots = Files.writeString(folder.resolve("retail.pem"), emulator.retailRootsPem());
            Run retrieved = Run.of(
                    "Get-SignedFirmwareSubmission",
                    List.of("-DownloadDirectory", folder, "-TicketId", ticket),
                    service,
                    List.of("--trust", roots));
            assertThat(retrieved.out()).isEqualTo(folder.resolve("Contoso." + ticket + ".zip") + "\n");
            assertThat(retrieved.exitCode()).isZero();
            Path signed = folder.resolve("Contoso." + ticket + ".zip");
            assertThat(Run.of("verify", "--mode", "emulated-retail", "--trust", roots, signed))
                    .isEqualTo(new Run(0, signed + ": verified, answers " + ticket + "\n", ""));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-PartialImageDirectoy x | has no parameter -PartialImageDirectoy. Did you mean -PartialImageDirectory?",
                "-Nonsense x             | has no parameter -Nonsense: -TypeOfProduct, -TypeOfSubmission,",
                "-TypeOf Image           | has several parameters that begin with -TypeOf: -TypeOfProduct, -TypeOfSubmission.",
                "-Baseline -Baseline     | The parameter -Baseline is given twice.",
                "-FfuPath                | The parameter -FfuPath has no value.",
                "Image                   | 'Image' stands without the name of a parameter; all parameters have names.",
            })
    void saysWhatIsWrongWithAParameter(String words, String message) {
        Run run = Run.of("Initialize-FirmwareSubmission", List.of(words.split(" ")));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("ingest: ")
                .contains(message)
                .endsWith("\n  See 'ingest Initialize-FirmwareSubmission -?'.\n");
    }

    @Test
    void removalPackagesAreRefusedInTheWordsOfTheRule() throws IOException {
        TestInput input = TestInput.acceptable(folder);

        Run run = Run.of(
                "Initialize-FirmwareSubmission",
                List.of("-TypeOfSubmission", "Image", "-SignedRemovalPackageFolder", folder, "-Baseline"),
                List.of("-UpdateHistoryPath", input.files().updateHistory()),
                List.of("-OemInputPath", input.files().oemInput(), "-OutputFilePath", folder.resolve("a.zip")));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("INI-13 arguments (");
    }

    @ParameterizedTest
    @EnumSource(Cmdlet.class)
    void showsWhatStandsForEachParameter(Cmdlet cmdlet) {
        Run help = Run.of(cmdlet.text(), "-?");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out().lines()).hasSize(1 + cmdlet.parameters().size());
        assertThat(help.out()).startsWith(cmdlet.text() + " is 'ingest " + cmdlet.verb() + "', ");
        assertThat(Run.of(cmdlet.text())).isEqualTo(help);
        assertThat(Run.of("--help").out()).contains(cmdlet.text());
        assertThat(Run.of(List.of(cmdlet.verb().split(" ")), "--help").out()).doesNotContain(cmdlet.text());
    }

    private static Path folderOf(Path file) {
        return file.toAbsolutePath().getParent();
    }
}
