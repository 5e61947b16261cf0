package io.oemingest.samples.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageNames;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.emulator.IngestionEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans from the shell: shown, mended, applied, and applied again. */
class RfuPlanCommandTest {
    private static final String HEAD =
            "RetailServicing of D100 ROW/000-DE from TKT-SIGN-TEST-IMAGE%s to" + " TKT-SIGN-TEST-IMAGE%s";
    private static final String TO_BE_ASKED = "  %s. TKT-SIGN-TEST-IMAGE%s -> TKT-SIGN-TEST-IMAGE%s: to be requested\n";

    private static final String HOLE = """
            {
              "deviceName": "D100 ROW",
              "operatorId": "000-DE",
              "type": "RetailServicing",
              "from": "TKT-SIGN-TEST-IMAGE1",
              "to": "TKT-SIGN-TEST-IMAGE4",
              "possible": false,
              "steps": [
                {
                  "sourceTicketId": "TKT-SIGN-TEST-IMAGE1",
                  "targetTicketId": "TKT-SIGN-TEST-IMAGE2",
                  "ticketId": "TKT-RFU-TEST-IMAGE2-1",
                  "stage": "Accepted",
                  "warnings": []
                }
              ],
              "holes": [
                {
                  "before": "TKT-RFU-TEST-IMAGE2-1",
                  "after": "TKT-RFU-TEST-IMAGE4-1"
                }
              ],
              "prospects": [],
              "missingPackages": [],
              "refusal": {
                "reason": "ChainBroken",
                "findings": [
                  {
                    "rule": "RFU-20",
                    "severity": "Block",
                    "location": {
                      "file": "request for update",
                      "part": "sourceTicketId"
                    },
                    "message": "The source TKT-SIGN-TEST-IMAGE2 is not the target of the update before,\
             TKT-SIGN-TEST-IMAGE4 of TKT-RFU-TEST-IMAGE4-1.",
                    "mend": "Start from the image that phones have after the last update.",
                    "source": "REQ, NRFU"
                  }
                ]
              }
            }
            """;
    private static final String MENDED = """
            {
              "deviceName": "D100 ROW",
              "operatorId": "000-DE",
              "type": "RetailServicing",
              "from": "TKT-SIGN-TEST-IMAGE1",
              "to": "TKT-SIGN-TEST-IMAGE4",
              "complete": true,
              "steps": [
                {
                  "sourceTicketId": "TKT-SIGN-TEST-IMAGE2",
                  "targetTicketId": "TKT-SIGN-TEST-IMAGE4",
                  "ticketId": "TKT-RFU-TEST-IMAGE4-2",
                  "stage": "Accepted",
                  "made": true
                }
              ]
            }
            """;

    @TempDir
    private Path folder;

    private IngestionEmulator emulator;

    @BeforeEach
    void start() throws IOException {
        emulator = IngestionEmulator.builder()
                .account("Contoso", "token-of-contoso")
                .quickKeys()
                .workByHand()
                .start();
        for (int version = 1; version <= 4; version++) {
            enter("IMAGE" + version, "000-DE", version, WspcStatus.BASELINE, "Contoso.A", "Contoso.Old.Driver");
        }
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void aPlanIsShownAppliedAndThenDone() {
        Run missing = plan("1.0.0.0", "3.0.0.0");
        assertThat(missing).isEqualTo(new Run(4, HEAD.formatted(1, 3) + "\n" + TO_BE_ASKED.formatted(1, 1, 3), ""));
        assertThat(apply("TKT-SIGN-TEST-IMAGE1", "3.0.0.0", "--dry-run")).isEqualTo(missing);
        assertThat(oem("rfu", "list").out()).isEmpty();

        assertThat(apply("1.0.0.0", "3.0.0.0"))
                .isEqualTo(new Run(0, missing.out() + "TKT-RFU-TEST-IMAGE3-1: made\n", ""));
        assertThat(plan("1.0.0.0", "3.0.0.0"))
                .isEqualTo(new Run(
                        0,
                        HEAD.formatted(1, 3) + "\n  1. TKT-SIGN-TEST-IMAGE1 -> TKT-SIGN-TEST-IMAGE3:"
                                + " TKT-RFU-TEST-IMAGE3-1, Accepted\n",
                        ""));
        Run again = new Run(0, HEAD.formatted(3, 3) + "\n", "");
        assertThat(apply("1.0.0.0", "3.0.0.0")).isEqualTo(again);
        assertThat(apply("1.0.0.0", "3.0.0.0", "--dry-run")).isEqualTo(again);
        assertThat(oem("rfu", "list").out().lines()).hasSize(1);
    }

    @Test
    void aChainWithAHoleIsShownThenMendedAndAppliedTwice() {
        for (int version = 1; version <= 3; version++) {
            apply(version + ".0.0.0", version + 1 + ".0.0.0");
        }
        oem("rfu", "cancel", "TKT-RFU-TEST-IMAGE3-1");

        assertThat(plan("1.0.0.0", "4.0.0.0")).isEqualTo(new Run(1, HEAD.formatted(1, 4) + """
                : not possible
                  1. TKT-SIGN-TEST-IMAGE1 -> TKT-SIGN-TEST-IMAGE2: TKT-RFU-TEST-IMAGE2-1, Accepted
                  Hole: TKT-RFU-TEST-IMAGE2-1 leads to TKT-SIGN-TEST-IMAGE2, and TKT-RFU-TEST-IMAGE4-1 does not start there
                  Block RFU-20 The source TKT-SIGN-TEST-IMAGE2 is not the target of the update before,\
                 TKT-SIGN-TEST-IMAGE4 of TKT-RFU-TEST-IMAGE4-1. Start from the image that phones have after the last update.
                """, ""));
        Run json = plan("1.0.0.0", "4.0.0.0", "--json");
        assertThat(json).isEqualTo(new Run(1, HOLE, ""));
        assertThat(apply("1.0.0.0", "4.0.0.0", "--json")).isEqualTo(json);
        assertThat(oem("rfu", "list").out().lines()).hasSize(3);

        // What came after the hole is taken back, and asked for anew from where the phones are.
        oem("rfu", "cancel", "TKT-RFU-TEST-IMAGE4-1");
        assertThat(apply("1.0.0.0", "4.0.0.0", "--json")).isEqualTo(new Run(0, MENDED, ""));
        assertThat(apply("1.0.0.0", "4.0.0.0", "--json"))
                .isEqualTo(new Run(0, MENDED.replaceAll("(?s)\"steps\": .*\\]", "\"steps\": []"), ""));
        assertThat(oem("rfu", "list", "--state", "InProcessOnTrack").out()).isEqualTo("""
                TKT-RFU-TEST-IMAGE4-2   Accepted          RetailServicing     D100 ROW/000-DE
                TKT-RFU-TEST-IMAGE2-1   Accepted          RetailServicing     D100 ROW/000-DE
                """);
    }

    @Test
    void theOneThatIsRefusedKeepsNoOtherPhoneFromItsUpdate() {
        enter("IMAGE1", "000-FR", 1, WspcStatus.BASELINE, "Contoso.A");

        Run run = apply("TKT-SIGN-TEST-IMAGE1", "TKT-SIGN-TEST-IMAGE2", "--operator", "000-FR");

        assertThat(run).isEqualTo(new Run(1, HEAD.formatted(1, 2) + "\n" + TO_BE_ASKED.formatted(1, 1, 2) + """
                TKT-RFU-TEST-IMAGE2-1: made
                RetailServicing of D100 ROW/000-FR from TKT-SIGN-TEST-IMAGE1 to TKT-SIGN-TEST-IMAGE2: not possible
                  Block RFU-25 The image TKT-SIGN-TEST-IMAGE2 is not for D100 ROW/000-FR. Request the update for a\
                 phone and operator that the image is for.
                """, ""));
    }

    @Test
    void whatABaselineLacksIsSaidAndMadeAndNeverOverwritten() throws IOException {
        enter("SHRUNK", "000-DE", 5, WspcStatus.NON_COMPLIANT, "Contoso.A");
        Path missing = folder.resolve("missing");
        List<Object> make = List.of("--make-missing", missing, "--style", "CBS", "--package-version", "5.0.0.0");

        Run run = planned("plan", "4.0.0.0", "5.0.0.0", make);

        Path made = missing.resolve("Contoso.Old.Driver.cab");
        assertThat(run).isEqualTo(new Run(1, """
                RetailServicing of D100 ROW/000-DE from TKT-SIGN-TEST-IMAGE4 to TKT-SIGN-TEST-SHRUNK: not possible
                  TKT-SIGN-TEST-SHRUNK (5.0.0.0) as a baseline: lacks 1 package: Contoso.Old.Driver; empty ones will do
                  Block RFU-11 The target TKT-SIGN-TEST-SHRUNK (5.0.0.0) is not compliant, not a baseline. The source\
                 TKT-SIGN-TEST-IMAGE4 (4.0.0.0) is a baseline. Submit the image as a baseline.
                """, "ingest: made " + made + "\n"));
        assertThat(Run.of("inspect", made).out()).contains("Contoso.Old.Driver", "5.0.0.0");
        Files.writeString(made, "mine");
        assertThat(planned("plan", "4.0.0.0", "5.0.0.0", make)).isEqualTo(new Run(1, run.out(), ""));
        assertThat(made).hasContent("mine");
        assertThat(missing).isDirectoryNotContaining(each -> !each.equals(made));
    }

    @Test
    void aWarningOfTheServiceIsPassedOn() {
        enter("TRYOUT", "000-DE", 5, WspcStatus.COMPLIANT, "Contoso.A", "Contoso.Old.Driver");

        Run run = apply("4.0.0.0", "5.0.0.0", "--type", "Trial");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).endsWith("TKT-RFU-TEST-TRYOUT-1: made\n");
        assertThat(run.err()).startsWith("ingest: warning: RFU-13 ").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--from 9.0.0.0 --to 2.0.0.0 | ingest: D100 ROW/000-DE has no image of the version 9.0.0.0",
                "--from 1.0.0.0 --to 4.0.0.0 --type Weekly | Invalid value for option '--type': 'Weekly' is none of"
                        + " RetailServicing, Trial, PartnerSelfHost",
                "--from 1.0.0.0 --to 4.0.0.0 --type PartnerSelfHost | ingest: The request type 'PartnerSelfHost' is for"
                        + " updates of the operating system alone (rule RFU-05)",
                "--from 1.0.0.0 --to 4.0.0.0 --make-missing x | ingest: --make-missing and --package-version go together",
                "--from 1.0.0.0 --to 4.0.0.0 --package-version 1.2.3.4 | ingest: --make-missing and --package-version go"
                        + " together",
                "--from 1.0.0.0 | Missing required option: '--to=IMAGE'",
            })
    void namesWhatIsWrongWithTheCommandLine(String words, String message) {
        Run run = oem("rfu", "plan", List.of(words.split(" ")), "--device", "D100 ROW", "--operator", "000-DE");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith(message + "\n");
    }

    @Test
    void aVersionOfTwoImagesIsNoAnswer() {
        enter("TWICE1", "000-DE", 2, WspcStatus.COMPLIANT, "Contoso.A");

        assertThat(plan("1.0.0.0", "2.0.0.0").err())
                .startsWith("ingest: D100 ROW/000-DE has more than one image (TKT-SIGN-TEST-IMAGE2,"
                        + " TKT-SIGN-TEST-TWICE1) of the version 2.0.0.0\n");
    }

    private void enter(String code, String operator, int version, WspcStatus status, String... packages) {
        Baseline image = new Baseline(
                ProductType.WINDOWS_PHONE_BLUE,
                new PhoneOperatorPairing("Contoso", "D100 ROW", operator),
                FirmwareVersion.parse(version + ".0.0.0"),
                new SubmissionTicket("TKT-SIGN-TEST-" + code),
                PackageNames.of(List.of(packages)));
        emulator.addImage("Contoso", image, status);
    }

    private Run plan(String from, String to, Object... more) {
        return planned("plan", from, to, List.of(more));
    }

    private Run apply(String from, String to, Object... more) {
        return planned("apply", from, to, List.of(more));
    }

    private Run planned(String verb, String from, String to, List<Object> more) {
        return oem(
                List.of("rfu", verb, "--from", from, "--to", to),
                List.of("--device", "D100 ROW", "--operator", "000-DE"),
                more);
    }

    private Run oem(Object... words) {
        List<Object> service = List.of("--service", emulator.uri(), "--token", "token-of-contoso");
        return Run.of(Stream.concat(Stream.of(words), Stream.of(service)).toArray());
    }
}
