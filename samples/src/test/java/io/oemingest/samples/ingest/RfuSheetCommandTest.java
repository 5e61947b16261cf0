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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The approval sheet from the shell, of what is in preview or of the requests named. */
class RfuSheetCommandTest {
    private static final String HEAD = "8.1 and later\r\nRFU number,RFU ticket,Model name,Operator id,Source firmware,"
            + "Target firmware,OS before,OS after\r\n";
    private static final String FIRST = "1,TKT-RFU-TEST-IMAGE2-1,D100 ROW,000-DE,1.0.0.0,2.0.0.0,,\r\n";
    private static final String SECOND = "2,TKT-RFU-TEST-IMAGE3-1,D100 ROW,000-DE,2.0.0.0,3.0.0.0,,\r\n";

    private IngestionEmulator emulator;

    @BeforeEach
    void start() throws IOException {
        emulator = IngestionEmulator.builder()
                .account("Contoso", "token-of-contoso")
                .quickKeys()
                .workByHand()
                .start();
        for (int version = 1; version <= 3; version++) {
            Baseline image = new Baseline(
                    ProductType.WINDOWS_PHONE_BLUE,
                    new PhoneOperatorPairing("Contoso", "D100 ROW", "000-DE"),
                    FirmwareVersion.parse(version + ".0.0.0"),
                    new SubmissionTicket("TKT-SIGN-TEST-IMAGE" + version),
                    PackageNames.of(List.of("Contoso.BASE.Phone.MainOS")));
            emulator.addImage("Contoso", image, WspcStatus.BASELINE);
        }
        create(1, 2);
        create(2, 3);
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void hasWhatIsInPreviewUnlessTold() {
        assertThat(oem("rfu", "sheet")).isEqualTo(new Run(0, "", ""));

        emulator.runPendingWork();
        assertThat(oem("rfu", "sheet")).isEqualTo(new Run(0, HEAD + SECOND + FIRST, ""));

        oem("rfu", "cancel", "TKT-RFU-TEST-IMAGE3-1");
        assertThat(oem("rfu", "sheet")).isEqualTo(new Run(0, HEAD + FIRST, ""));
    }

    @Test
    void hasTheRequestsNamedInTheirOrderAndOnceOnly() {
        Run run = oem("rfu", "sheet", "TKT-RFU-TEST-IMAGE2-1", "TKT-RFU-TEST-IMAGE3-1", "TKT-RFU-TEST-IMAGE2-1");

        assertThat(run).isEqualTo(new Run(0, HEAD + FIRST + SECOND, ""));
    }

    @Test
    void keepsAnOperatingSystemAloneApartAndWithoutATicket() {
        String made = oem(
                        List.of("rfu", "microsoft", "--cpu", "ARM", "--product", "WindowsPhoneBlue"),
                        List.of("--source-os", "8.10.12349.825", "--target-os", "8.10.12359.845"),
                        List.of("--type", "RetailServicing", "--device", "D100 ROW", "--operator", "000-DE"))
                .out()
                .strip();

        assertThat(oem("rfu", "sheet", made, "TKT-RFU-TEST-IMAGE2-1").out())
                .isEqualTo(HEAD + FIRST
                        + "operating system alone\r\nRFU number,Model name,Operator id,Source firmware,Target firmware,"
                        + "OS before,OS after\r\n3,D100 ROW,000-DE,,,8.10.12349.825,8.10.12359.845\r\n");
    }

    @Test
    void printsAnObjectForPrograms() {
        assertThat(oem("rfu", "sheet", "TKT-RFU-TEST-IMAGE2-1", "--json").out())
                .startsWith("{\n  \"kind\": \"8.1 and later\",\n")
                .contains("\"TKT-RFU-TEST-IMAGE2-1\"")
                .doesNotContain("IMAGE3");
    }

    @Test
    void aTicketThatDoesNotExistIsRefused() {
        Run run = oem("rfu", "sheet", "TKT-RFU-TEST-IMAGE9-1");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("TicketDoesNotExist");
    }

    private void create(int source, int target) {
        Run run = oem(
                List.of("rfu", "create", "--type", "RetailServicing", "--device", "D100 ROW", "--operator", "000-DE"),
                List.of("--source", "TKT-SIGN-TEST-IMAGE" + source, "--target", "TKT-SIGN-TEST-IMAGE" + target));
        assertThat(run.exitCode()).isZero();
    }

    private Run oem(Object... words) {
        List<Object> service = List.of("--service", emulator.uri(), "--token", "token-of-contoso");
        return Run.of(Stream.concat(Stream.of(words), Stream.of(service)).toArray());
    }
}
