package io.oemingest.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.oemingest.client.UpdateOutcome.Failed;
import io.oemingest.client.UpdateOutcome.Reached;
import io.oemingest.client.UpdateOutcome.StillRunning;
import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageNames;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.core.update.ApprovalParty;
import io.oemingest.core.update.ApprovalSheet;
import io.oemingest.core.update.RequestForUpdate;
import io.oemingest.core.update.UpdateError;
import io.oemingest.core.update.UpdateOrder;
import io.oemingest.core.update.UpdatePayload.MicrosoftAkOnly;
import io.oemingest.core.update.UpdateStage;
import io.oemingest.core.update.UpdateState;
import io.oemingest.core.update.UpdateType;
import io.oemingest.core.validation.Finding;
import io.oemingest.emulator.EmulatedAccount;
import io.oemingest.emulator.IngestionEmulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An OEM and a mobile operator, each with a client, and the service between them. */
class UpdateConversationTest {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final String OPERATOR_TOKEN = "token-of-000-DE";

    @TempDir
    private Path folder;

    private EmulatedService service;
    private IngestionClient oem;
    private IngestionClient operator;

    @BeforeEach
    void open() throws Exception {
        service = new EmulatedService(
                folder,
                IngestionEmulator.builder()
                        .workByHand()
                        .account(EmulatedAccount.ofMobileOperator("000-DE", OPERATOR_TOKEN)));
        oem = service.client().build();
        operator = service.client().token(OPERATOR_TOKEN).build();
        for (int version = 1; version <= 5; version++) {
            Baseline image = new Baseline(
                    ProductType.WINDOWS_PHONE_BLUE,
                    new PhoneOperatorPairing("Contoso", "RM-1045", "000-DE"),
                    FirmwareVersion.parse(version + ".0.0.0"),
                    image(version),
                    PackageNames.of(List.of("Contoso.A")));
            service.emulator.addImage("Contoso", image, WspcStatus.BASELINE);
        }
    }

    @AfterEach
    void close() {
        oem.close();
        operator.close();
        service.close();
    }

    @Test
    void takesPhonesThroughThreeUpdatesAndRefusesAFork() {
        for (int version = 1; version <= 3; version++) {
            shipped(version, version + 1);
        }
        ServiceException fork = catchThrowableOfType(
                ServiceException.class, () -> oem.requestsForUpdate().create(order(2, 5)));

        assertThat(fork.reason()).isEqualTo(ReasonCode.DUPLICATE_SOURCE);
        assertThat(fork.findings())
                .extracting(Finding::message)
                .containsExactly(
                        "Another request, TKT-RFU-TEST-IMAGE3-1, starts from the same source.",
                        "The source TKT-SIGN-TEST-IMAGE2 is not the target of the update before, TKT-SIGN-TEST-IMAGE4 of"
                                + " TKT-RFU-TEST-IMAGE4-1.");
        assertThat(operator.requestsForUpdate().list().items())
                .extracting(each -> each.ticket() + " " + each.status().word())
                .containsExactly(
                        "TKT-RFU-TEST-IMAGE4-1 CompletedSuccess",
                        "TKT-RFU-TEST-IMAGE3-1 CompletedSuccess",
                        "TKT-RFU-TEST-IMAGE2-1 CompletedSuccess");
    }

    @Test
    void putsTheRequestsInPreviewOnASheet() {
        RequestForUpdateTicket ticket =
                oem.requestsForUpdate().create(order(1, 2)).ticket();
        service.emulator.runPendingWork();
        RequestForUpdate previewed = oem.requestsForUpdate().read(ticket);

        assertThat(ApprovalSheet.of(List.of(previewed)).get(0).toCsv())
                .endsWith("\r\n1,TKT-RFU-TEST-IMAGE2-1,RM-1045,000-DE,1.0.0.0,2.0.0.0,,\r\n");
    }

    @Test
    void giveATrialOfAnOperatingSystemAlone() {
        MicrosoftAkOnly system =
                MicrosoftAkOnly.parse("ARM", "WindowsPhoneThreshold", "10.0.10586.107", "10.0.14393.1066");
        RequestForUpdateTicket ticket = oem.requestsForUpdate()
                .create(UpdateOrder.of(system, UpdateType.TRIAL).forPhone("RM-1045", "000-DE"))
                .ticket();
        service.emulator.runPendingWork();

        UpdateOutcome outcome = oem.requestsForUpdate().await(ticket, A_MINUTE);
        assertThat(outcome).isInstanceOf(Reached.class);
        assertThat(outcome.request().stage()).isEqualTo(UpdateStage.TRIAL_PUBLISHED);
        assertThat(outcome.request().payload()).isEqualTo(system);
    }

    @Test
    void seeWhatWasCancelledReplacedAndWithdrawn() {
        RequestForUpdateTicket older =
                oem.requestsForUpdate().create(order(1, 2)).ticket();
        service.emulator.runPendingWork();
        RequestForUpdateTicket newer =
                oem.requestsForUpdate().create(order(1, 3).replacing(older)).ticket();
        service.emulator.runPendingWork();
        assertThat(error(older)).isEqualTo(UpdateError.REPLACED);
        approve(newer);
        service.emulator.withdrawUpdate(newer, "It drains the battery.");
        assertThat(error(newer)).isEqualTo(UpdateError.WITHDRAWN);
        RequestForUpdateTicket last =
                oem.requestsForUpdate().create(order(1, 4)).ticket();
        oem.requestsForUpdate().cancel(last);
        operator.requestsForUpdate().cancel(last);
        assertThat(error(last)).isEqualTo(UpdateError.CANCELLED);
        assertThat(oem.requestsForUpdate().await(last, A_MINUTE)).isInstanceOf(Failed.class);
    }

    @Test
    void areToldWhenTheStatusCannotBeRetrieved() {
        RequestForUpdateTicket ticket =
                oem.requestsForUpdate().create(order(1, 2)).ticket();
        service.emulator.failUpdateStatus(ticket, 1);
        assertThat(oem.requestsForUpdate().read(ticket).status().state())
                .isEqualTo(UpdateState.FAILED_TO_RETRIEVE_STATUS);
        assertThat(oem.requestsForUpdate().await(ticket, UpdateStage.ACCEPTED, Duration.ZERO))
                .isInstanceOf(Reached.class);
        assertThat(oem.requestsForUpdate().await(ticket, Duration.ZERO)).isInstanceOf(StillRunning.class);
    }

    private void shipped(int from, int to) {
        RequestForUpdateTicket ticket =
                oem.requestsForUpdate().create(order(from, to)).ticket();
        service.emulator.runPendingWork();
        assertThat(oem.requestsForUpdate().await(ticket, UpdateStage.PREVIEW, A_MINUTE))
                .isInstanceOf(Reached.class);
        approve(ticket);
        UpdateOutcome outcome = oem.requestsForUpdate().await(ticket, A_MINUTE);
        assertThat(outcome.request().stage()).isEqualTo(UpdateStage.LIVE);
    }

    private void approve(RequestForUpdateTicket ticket) {
        oem.requestsForUpdate().approve(ticket, ApprovalParty.OEM);
        operator.requestsForUpdate().approve(ticket, ApprovalParty.MOBILE_OPERATOR);
        service.emulator.runPendingWork();
    }

    private UpdateError error(RequestForUpdateTicket ticket) {
        return UpdateError.ofCodeOrNull(
                oem.requestsForUpdate().read(ticket).status().errorCode());
    }

    private static UpdateOrder order(int from, int to) {
        return UpdateOrder.of(image(to), image(from), UpdateType.RETAIL_SERVICING)
                .forPhone("RM-1045", "000-DE");
    }

    private static SubmissionTicket image(int version) {
        return new SubmissionTicket("TKT-SIGN-TEST-IMAGE" + version);
    }
}
