package io.oemingest.samples.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.emulator.IngestionEmulator;
import io.oemingest.samples.TestInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceCommandsTest {
    @TempDir
    static Path folder;

    private static TestInput input;
    private static IngestionEmulator emulator;

    @BeforeAll
    static void start() throws IOException {
        input = TestInput.acceptable(folder);
        emulator = IngestionEmulator.builder()
                .quickKeys()
                .trustInputRoot(input.pki().input().root())
                .start();
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void preparesSubmitsWaitsAndRetrieves() throws IOException {
        Path archive = folder.resolve("submission.zip");
        Run prepare = Run.of(prepare(input, archive), "--context-free");
        assertThat(prepare.exitCode()).isZero();
        assertThat(prepare.out()).isEqualTo(archive + "\n");
        assertThat(prepare.err()).startsWith("Acceptable: 0 blocking, 0 warnings");

        Path receipt = folder.resolve("receipt.json");
        Run submit = Run.of("submit", archive, "--receipt", receipt, service());
        assertThat(submit.exitCode()).isZero();
        String ticket = submit.out().strip();
        assertThat(ticket).matches("TKT-SIGN-TEST-[0-9A-Z]{6}");
        assertThat(submit.err()).endsWith("upload submission.zip: 100 %\n");

        assertThat(Run.of("submit", archive, "--receipt", receipt, service()).out())
                .isEqualTo(ticket + "\n");

        Run status = Run.of("status", ticket, "--wait", "PT1M", service());
        assertThat(status).isEqualTo(new Run(0, ticket + ": Signed\n  The signed archive is ready.\n", ""));

        Path roots = Files.writeString(folder.resolve("retail.pem"), emulator.retailRootsPem());
        Run retrieve = Run.of("retrieve", ticket, folder, "--trust", roots, service());
        assertThat(retrieve.out()).isEqualTo(folder.resolve("Contoso." + ticket + ".zip") + "\n");
        assertThat(retrieve.exitCode()).isZero();
    }

    @Test
    void keepsNothingThatIsSignedByAnotherRoot() throws IOException {
        Path archive = folder.resolve("untrusted.zip");
        Run.of(
                prepare(input, archive),
                "--update-history",
                input.files().updateHistory(),
                "--oem-input",
                input.files().oemInput());
        String ticket = Run.of("submit", archive, service()).out().strip();
        Run.of("status", ticket, "--wait", "PT1M", service());

        Run retrieve = Run.of("retrieve", ticket, folder, "--trust", input.roots(), service());

        assertThat(retrieve.exitCode()).isEqualTo(1);
        assertThat(retrieve.err()).contains("ingest: refused (UNTRUSTED_CHAIN): ");
        assertThat(folder.resolve("Contoso." + ticket + ".zip")).doesNotExist();
    }

    @Test
    void refusesAPackageThatIsMarkedTest(@TempDir Path refused) throws IOException {
        Path archive = refused.resolve("submission.zip");

        Run run = Run.of(prepare(TestInput.refused(refused), archive), "--context-free");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("ingest: Not acceptable: 1 blocking, ")
                .contains(
                        "  PKG-04  Package marked Test (PKGATTR, RETAIL)\n    packages/Contoso.Diagnostics.MainOS.spkg\n")
                .endsWith("\n  Mend what blocks and prepare again. The report is in " + archive
                        + ".validation-report.json.\n");
        assertThat(archive).doesNotExist();
    }

    @Test
    void namesEveryArgumentThatIsMissingForAContext() {
        Run run = Run.of(prepare(input, folder.resolve("never.zip")));

        assertThat(run).isEqualTo(new Run(2, "", """
                        ingest: INI-02 arguments (UpdateHistory): There is no update history. Mend: Give the path of UpdateHistory.xml.
                        INI-03 arguments (OEMInput): There is no OEM input. Mend: Give the path of OEMInput.xml.
                          See 'ingest COMMAND --help' for the arguments.
                        """));
    }

    @Test
    void saysThatATicketDoesNotExist() {
        Run run = Run.of("status", "bad_ticket_number", service());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("ingest: The service refused the request: ")
                .contains("(reason TicketDoesNotExist, correlation id ")
                .endsWith("\n  The same request will be refused again; change it first.\n");
    }

    @Test
    void doesNotSendAnArchiveThatIsNotThere() {
        Run run = Run.of("submit", folder.resolve("missing.zip"), service());

        assertThat(run)
                .isEqualTo(new Run(
                        3,
                        "",
                        "ingest: " + folder.resolve("missing.zip")
                                + ": there is no such file or folder\n  Check the path.\n"));
    }

    @Test
    void saysWhichAccountToUseWhenTheServiceDoesNotKnowTheToken() throws IOException {
        Path archive = Files.writeString(folder.resolve("any.zip"), "any");

        Run wrong = Run.of("submit", archive, "--service", emulator.uri(), "--token", "wrong");
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err())
                .startsWith("ingest: The service refused the request: No account has this token. ")
                .endsWith("\n  Check --token or the environment variable INGEST_TOKEN.\n");
    }

    @Test
    void doesNotUploadForAReceiptThatCannotBeKept() throws IOException {
        Path archive = Files.writeString(folder.resolve("any.zip"), "any");
        Path missing = folder.resolve("missing");

        Run run = Run.of(
                "submit", archive, "--receipt", missing.resolve("receipt.json"), "--service", "http://127.0.0.1:1");

        assertThat(run)
                .isEqualTo(new Run(
                        3, "", "ingest: " + missing + ": there is no such file or folder\n  Check the path.\n"));
    }

    @Test
    void tellsAnArchiveThatIsNotSignedYetFromOneThatWillNeverBe() throws IOException {
        Path archive = folder.resolve("waiting.zip");
        Run.of(prepare(input, archive), "--context-free");
        try (IngestionEmulator byHand = IngestionEmulator.builder()
                .quickKeys()
                .workByHand()
                .trustInputRoot(input.pki().input().root())
                .start()) {
            List<Object> there = List.of("--service", byHand.uri(), "--token", byHand.token());
            String ticket = Run.of("submit", archive, there).out().strip();

            Run run = Run.of("retrieve", ticket, folder, "--trust", input.roots(), there);

            assertThat(run.exitCode()).isEqualTo(4);
            assertThat(run.err())
                    .contains("(reason FirmwareSubmissionIsInProgress, ")
                    .endsWith("\n  Try again later.\n");
            assertThat(Run.of("status", ticket, there).exitCode()).isEqualTo(4);
        }
    }

    @Test
    void refusesWhatIsNoAddressAndNoTimeSpan() {
        assertThat(Run.of("status", "T", "--service", "ht tp:x").err())
                .startsWith("Invalid value for option '--service': 'ht tp:x' is not an address such as"
                        + " https://ingestion.example/\n");
        assertThat(Run.of("status", "T", "--wait", "-PT1S", service()).err())
                .startsWith("Invalid value for option '--wait': '-PT1S' is not a time span such as PT30M or PT2H\n");
    }

    private static List<Object> prepare(TestInput from, Path archive) {
        return new ArrayList<>(List.of(
                "prepare",
                "--packages",
                from.files().packages(),
                "--output",
                archive,
                "--product",
                "WindowsPhoneThreshold"));
    }

    private static List<Object> service() {
        return List.of("--service", emulator.uri(), "--token", emulator.token());
    }
}
