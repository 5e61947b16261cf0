package io.oemingest.samples.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageNames;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.emulator.EmulatedAccount;
import io.oemingest.emulator.IngestionEmulator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests for update from the shell, at a service that works when it is told to. */
class RfuCommandsTest {
    private static final String FIRST = "TKT-RFU-TEST-IMAGE2-1";
    private static final String FIRST_MADE = """
            TKT-RFU-TEST-IMAGE2-1: Accepted (InProcessOnTrack)
              number    1
              type      RetailServicing, MicrosoftOemMixed
              phone     D100 ROW / 000-DE
              from      TKT-SIGN-TEST-IMAGE1, firmware 1.0.0.0
              to        TKT-SIGN-TEST-IMAGE2, firmware 2.0.0.0
              approved  no
              done      2026-11-22T06:16:00Z Create by Contoso
            """;

    private IngestionEmulator emulator;

    @BeforeEach
    void start() throws IOException {
        emulator = IngestionEmulator.builder()
                .account("Contoso", "token-of-contoso")
                .account(EmulatedAccount.ofMobileOperator("000-DE", "token-of-operator"))
                .quickKeys()
                .workByHand()
                .time(() -> Instant.parse("2026-11-22T06:16:00Z"))
                .start();
        for (int version = 1; version <= 3; version++) {
            emulator.addImage("Contoso", image(version), WspcStatus.BASELINE);
        }
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void leadsAnUpdateFromTheWishToThePhones() {
        assertThat(create(1, 2)).isEqualTo(new Run(0, FIRST + "\n", ""));
        assertThat(oem("rfu", "status", FIRST)).isEqualTo(new Run(4, FIRST_MADE, ""));
        assertThat(oem("rfu", "status", FIRST, "--until", "accepted").exitCode())
                .isZero();

        emulator.runPendingWork();
        assertThat(oem("rfu", "status", FIRST, "--until", "Preview").exitCode()).isZero();
        Run approved = oem("rfu", "approve", FIRST);
        assertThat(approved.exitCode()).isZero();
        assertThat(approved.out())
                .startsWith(FIRST + ": Preview (InProcessOnTrack)\n")
                .contains("\n  approved  no, by OEM\n");
        assertThat(operator("rfu", "approve", FIRST, "--party", "mobileoperator")
                        .out())
                .startsWith(FIRST + ": Approved (InProcessOnTrack)\n")
                .contains("\n  approved  yes, by OEM, MobileOperator\n");
        emulator.runPendingWork();

        // The documents print both spellings of such a ticket.
        Run live = oem("rfu", "status", "TKT-SIGN-TEST-IMAGE2-1", "--wait", "PT1M");
        assertThat(live.exitCode()).isZero();
        assertThat(live.out()).startsWith(FIRST + ": Live (CompletedSuccess)\n");
    }

    @Test
    void tellsWhyARequestIsRefused() {
        create(1, 2);

        Run fork = create(1, 3);

        assertThat(fork.exitCode()).isEqualTo(1);
        assertThat(fork.out()).isEmpty();
        assertThat(fork.err())
                .startsWith("ingest: The service refused the request: ")
                .contains(
                        "(reason DuplicateSource, correlation id ",
                        "\n  RFU-21 request for update (sourceTicketId): Another request, " + FIRST
                                + ", starts from the same source.")
                .endsWith("\n  The same request will be refused again; change it first.\n");
    }

    @Test
    void cancelsWithoutAWordAsOftenAsTold() {
        create(1, 2);

        assertThat(oem("rfu", "cancel", FIRST)).isEqualTo(new Run(0, "", ""));
        assertThat(oem("rfu", "cancel", FIRST)).isEqualTo(new Run(0, "", ""));
        Run status = oem("rfu", "status", FIRST);
        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(status.out())
                .startsWith(FIRST + ": Cancelled (CompletedFailure)\n  error     1003 The request was cancelled.\n");
        assertThat(create(1, 3).exitCode()).isZero();
    }

    @Test
    void replacesAnEarlierRequestAsSoonAsItIsInPreview() {
        create(1, 2);
        Run newer = oem(order(1, 3), "--replaces", FIRST);
        emulator.runPendingWork();

        assertThat(newer.out()).isEqualTo("TKT-RFU-TEST-IMAGE3-1\n");
        assertThat(oem("rfu", "status", FIRST).out())
                .contains("  error     1004 A newer request took the place of this one.\n");
    }

    @Test
    void asksForAnOperatingSystemAlone() {
        Run made = oem(
                List.of("rfu", "microsoft", "--cpu", "arm", "--product", "WindowsPhoneThreshold"),
                List.of("--source-os", "8.10.12349.825", "--target-os", "10.0.10586.1"),
                List.of("--type", "trial", "--device", "D100 ROW", "--operator", "000-DE"));
        assertThat(made.exitCode()).isZero();
        emulator.runPendingWork();

        Run trial = oem("rfu", "status", made.out().strip());
        assertThat(trial.exitCode()).isZero();
        assertThat(trial.out())
                .contains(
                        ": TrialPublished (CompletedSuccess)\n",
                        "\n  system    WindowsPhoneThreshold on ARM\n  from      system 8.10.12349.825\n");
    }

    @Test
    void printsTheObjectOfTheApiForPrograms() {
        Run made = oem(order(1, 2), "--json");
        Run status = oem("rfu", "status", FIRST, "--json");

        assertThat(made.exitCode()).isZero();
        assertThat(status).isEqualTo(new Run(4, made.out(), ""));
        assertThat(made.out()).startsWith("{\n  \"ticketId\": \"" + FIRST + "\",\n  \"number\": 1,\n");
        assertThat(oem("rfu", "list", "--json").out()).isEqualTo(made.out());
    }

    @Test
    void everyDecisionCanBeAnObjectForPrograms() {
        create(1, 2);
        create(2, 3);
        emulator.runPendingWork();

        Run approved = oem("rfu", "approve", FIRST, "--json");
        Run cancelled = oem("rfu", "cancel", "TKT-RFU-TEST-IMAGE3-1", "--json");

        assertThat(approved)
                .isEqualTo(new Run(0, oem("rfu", "status", FIRST, "--json").out(), ""));
        assertThat(approved.out()).contains("\n  \"approvals\": [\n    \"OEM\"\n  ],\n");
        assertThat(cancelled)
                .isEqualTo(new Run(
                        0,
                        oem("rfu", "status", "TKT-RFU-TEST-IMAGE3-1", "--json").out(),
                        ""));
        assertThat(cancelled.out()).contains("\n  \"stage\": \"Cancelled\",\n");
    }

    @Test
    void listsTheRequestsOfBothParties() {
        create(1, 2);
        create(2, 3);
        oem("rfu", "cancel", FIRST);

        String first = "TKT-RFU-TEST-IMAGE2-1   Cancelled         RetailServicing     D100 ROW/000-DE\n";
        String second = "TKT-RFU-TEST-IMAGE3-1   Accepted          RetailServicing     D100 ROW/000-DE\n";
        assertThat(oem("rfu", "list")).isEqualTo(new Run(0, second + first, ""));
        assertThat(operator("rfu", "list", "--state", "completedfailure").out()).isEqualTo(first);
        assertThat(oem("rfu", "list", "--device", "d100 row", "--operator", "000-de")
                        .out())
                .isEqualTo(second + first);
        assertThat(oem("rfu", "list", "--type", "Trial")).isEqualTo(new Run(0, "", ""));
    }

    @Test
    void listsMoreThanOnePage() {
        for (int i = 0; i < 60; i++) {
            create(1, 2);
            oem("rfu", "cancel", "TKT-RFU-TEST-IMAGE2-" + (i + 1));
        }

        assertThat(oem("rfu", "list").out().lines()).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void saysThatWhatHasNotFailedCannotBeRetriedOrGivenUp() {
        create(1, 2);

        for (List<String> words : List.of(List.of(FIRST), List.of(FIRST, "--give-up"))) {
            Run run = oem("rfu", "retry", words);
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("(reason InvalidState, ");
        }
    }

    @Test
    void aStatusThatTheServiceCannotTellIsNoEnd() {
        create(1, 2);
        emulator.failUpdateStatus(new RequestForUpdateTicket(FIRST), 1);

        Run status = oem("rfu", "status", FIRST);

        assertThat(status.exitCode()).isEqualTo(4);
        assertThat(status.out()).contains(" (FailedToRetrieveStatus)\n  error     1006 The status could not be ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rfu status TKT-RFU-TEST-NOSUCH-1 --until Soon | Invalid value for option '--until': 'Soon' is none of"
                        + " Accepted, Generating, GenerationFailed, Preview, Approved, Live, TrialPublished, GivenUp,"
                        + " Cancelled, Withdrawn",
                "rfu status TKT-RFU-TEST-NOSUCH-1 --until Withdrawn | ingest: WITHDRAWN is no stage on the way to phones",
                "rfu approve TKT-RFU-TEST-NOSUCH-1 --party Owner | Invalid value for option '--party': 'Owner' is none of"
                        + " OEM, MobileOperator",
                "rfu list --state FailedToRetrieveStatus | ingest: FAILED_TO_RETRIEVE_STATUS is no state to ask for",
                "rfu create --type Weekly --target T | Invalid value for option '--type': 'Weekly' is none of"
                        + " RetailServicing, Trial, PartnerSelfHost",
                "rfu create --type PartnerSelfHost --target T | ingest: The request type 'PartnerSelfHost' is for updates"
                        + " of the operating system alone (rule RFU-05)",
                "rfu create --type Trial | Missing required option: '--target=TICKET'",
                "rfu microsoft --type Trial --cpu MIPS --product WindowsPhoneBlue --source-os 1.0.0.0 --target-os 2.0.0.0"
                        + " | ingest: The CPU 'MIPS' is not known (rule AKO-03)",
            })
    void namesWhatIsWrongWithTheCommandLine(String words, String message) {
        Run run = oem(List.of(words.split(" ")));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith(message + "\n");
    }

    @Test
    void asksForACommand() {
        Run run = Run.of("rfu");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("Say what to do: one of the commands below.\n")
                .contains("create", "microsoft", "status", "list", "approve", "retry", "cancel");
    }

    @Test
    void theWholeLifeInTheWordsOfTheCmdlets() {
        List<Object> service = List.of("-ServiceUri", emulator.uri(), "--token", "token-of-contoso");
        Run made = Run.of(
                "new-requestforupdate",
                List.of("-FirmwareSubmissionTicketId", "TKT-SIGN-TEST-IMAGE2", "-RequestForUpdateType"),
                List.of("RetailServicing", "-SourceFirmwareSubmissionTicketId", "TKT-SIGN-TEST-IMAGE1"),
                List.of("-OemDeviceName", "D100 ROW", "-MOId", "000-DE"),
                service);
        assertThat(made).isEqualTo(new Run(0, FIRST + "\n", ""));
        Run system = Run.of(
                "New-RequestForMicrosoftUpdate",
                List.of("-TypeOfCPU", "ARM", "-TypeOfProduct", "WindowsPhoneThreshold", "-SourceOSVersion"),
                List.of("8.10.12349.825", "-TargetOSVersion", "10.0.10586.1", "-RequestForUpdateType", "Trial"),
                List.of("-OemDeviceName", "D100 ROW", "-MOId", "000-DE"),
                service);
        assertThat(system.out()).startsWith("TKT-RFU-TEST-");

        assertThat(Run.of("Get-RequestForUpdate", "-RequestForUpdateTicketId", FIRST, service))
                .isEqualTo(new Run(4, FIRST_MADE, ""));
        assertThat(Run.of("Request-UpdateCancellation", "-RequestForUpdateTicketId", FIRST, service))
                .isEqualTo(new Run(0, "", ""));
        assertThat(Run.of("Get-RequestForUpdate", "-RequestForUpdateTicketId", FIRST, service)
                        .exitCode())
                .isEqualTo(1);
    }

    private Run create(int source, int target) {
        return oem(order(source, target));
    }

    private static List<String> order(int source, int target) {
        return Stream.of(
                        List.of("rfu", "create", "--type", "RetailServicing"),
                        List.of(
                                "--source",
                                ticket(source).id(),
                                "--target",
                                ticket(target).id()),
                        List.of("--device", "D100 ROW", "--operator", "000-DE"))
                .flatMap(List::stream)
                .toList();
    }

    private Run oem(Object... words) {
        return as("token-of-contoso", words);
    }

    private Run operator(Object... words) {
        return as("token-of-operator", words);
    }

    private Run as(String token, Object... words) {
        List<Object> service = List.of("--service", emulator.uri(), "--token", token);
        return Run.of(Stream.concat(Stream.of(words), Stream.of(service)).toArray());
    }

    private static SubmissionTicket ticket(int version) {
        return new SubmissionTicket("TKT-SIGN-TEST-IMAGE" + version);
    }

    private static Baseline image(int version) {
        return new Baseline(
                ProductType.WINDOWS_PHONE_BLUE,
                new PhoneOperatorPairing("Contoso", "D100 ROW", "000-DE"),
                FirmwareVersion.parse(version + ".0.0.0"),
                ticket(version),
                PackageNames.of(List.of("Contoso.BASE.Phone.MainOS")));
    }
}
