package io.oemingest.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageNames;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.core.update.PhoneHistory;
import io.oemingest.core.update.UpdateImage;
import io.oemingest.core.update.UpdateLink;
import io.oemingest.core.update.UpdateOrder;
import io.oemingest.core.update.UpdatePlan;
import io.oemingest.core.update.UpdatePolicy;
import io.oemingest.core.update.UpdatePolicy.ChainPolicy;
import io.oemingest.core.update.UpdateStage;
import io.oemingest.core.update.UpdateType;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleId;
import io.oemingest.emulator.IngestionEmulator;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans made of what a real service tells of a phone come true there. */
class PhoneHistoryTest {
    private static final String DEVICE = "D100 ROW";
    private static final String OPERATOR = "000-DE";
    private static final UpdateType RETAIL = UpdateType.RETAIL_SERVICING;

    @TempDir
    private Path folder;

    private EmulatedService service;
    private RequestsForUpdate updates;
    private IngestionClient client;

    @BeforeEach
    void open() throws Exception {
        open(UpdatePolicy.STRICT);
    }

    private void open(UpdatePolicy policy) throws Exception {
        service = new EmulatedService(
                folder, IngestionEmulator.builder().workByHand().updates(policy));
        client = service.client().build();
        updates = client.requestsForUpdate();
        for (int version = 1; version <= 3; version++) {
            service.emulator.addImage("Contoso", image(version), WspcStatus.BASELINE);
        }
        service.emulator.addImage("Contoso", image(4), WspcStatus.COMPLIANT);
    }

    @AfterEach
    void close() {
        client.close();
        service.close();
    }

    @Test
    void hasTheImagesAndTheRequestsOfThePhone() {
        updates.create(order(1, 2));

        PhoneHistory history = updates.history(DEVICE, OPERATOR);

        assertThat(history)
                .isEqualTo(new PhoneHistory(
                        DEVICE,
                        OPERATOR,
                        List.of(
                                known(1, WspcStatus.BASELINE),
                                known(2, WspcStatus.BASELINE),
                                known(3, WspcStatus.BASELINE),
                                known(4, WspcStatus.COMPLIANT)),
                        List.of(new UpdateLink(
                                updates.list().items().get(0).ticket(),
                                RETAIL,
                                ticket(1),
                                ticket(2),
                                UpdateStage.ACCEPTED))));
        assertThat(updates.history("D200", OPERATOR))
                .isEqualTo(new PhoneHistory("D200", OPERATOR, List.of(), List.of()));
    }

    @Test
    void aPlanMadeOfItIsApplied() {
        updates.create(order(1, 2));
        UpdatePlan plan = updates.planner().plan(updates.history(DEVICE, OPERATOR), ticket(1), ticket(3), RETAIL);

        assertThat(plan.missing()).containsExactly(order(2, 3));
        assertThat(updates.apply(plan).isComplete()).isTrue();
        assertThat(updates.planner()
                        .plan(updates.history(DEVICE, OPERATOR), ticket(1), ticket(3), RETAIL)
                        .missing())
                .isEmpty();
    }

    @Test
    void aPlanForeseesTheRefusalOfATicketThatIsNoImageOfThePhone() throws Exception {
        SubmissionTicket partial = client.submissions().submit(service.archive("Driver", 64));
        SubmissionTicket nobodys = new SubmissionTicket("TKT-SIGN-TEST-NOBODY");
        service.emulator.addImage("Fabrikam", ofTicket("TKT-SIGN-TEST-ALIEN1", DEVICE), WspcStatus.BASELINE);
        service.emulator.addImage("Contoso", ofTicket("TKT-SIGN-TEST-PHONE2", "D200"), WspcStatus.BASELINE);

        assertThat(updates.history(DEVICE, OPERATOR, partial, nobodys).images())
                .last()
                .isEqualTo(new UpdateImage(partial, true, SubmissionType.PARTIAL_IMAGE, false, null));
        assertForeseen(partial, ReasonCode.TARGET_NOT_IMAGE, "RFU-04", "RFU-03");
        assertForeseen(nobodys, ReasonCode.TICKET_DOES_NOT_EXIST, "RFU-02");
        assertForeseen(new SubmissionTicket("TKT-SIGN-TEST-ALIEN1"), ReasonCode.NOT_TICKET_OWNER, "RFU-27");
        assertForeseen(new SubmissionTicket("TKT-SIGN-TEST-PHONE2"), ReasonCode.POP_NOT_TARGETED, "RFU-25");
        assertForeseen(ticket(4), ReasonCode.TARGET_NOT_BASELINE, "RFU-11");
    }

    @Test
    void plansByTheServicesOwnPolicy() throws Exception {
        close();
        open(UpdatePolicy.LENIENT.withChain(ChainPolicy.OFF));
        updates.create(order(1, 2));

        assertThat(client.serviceInfo().updates()).isEqualTo(UpdatePolicy.LENIENT.withChain(ChainPolicy.OFF));
        UpdateOrder unchained = UpdateOrder.of(ticket(3), null, RETAIL).forPhone(DEVICE, OPERATOR);
        assertThat(updates.planner()
                        .judge(updates.history(DEVICE, OPERATOR), unchained)
                        .findings())
                .isEqualTo(updates.create(unchained).warnings());
    }

    private void assertForeseen(SubmissionTicket target, ReasonCode reason, String... rules) {
        UpdatePlan plan = updates.planner().plan(updates.history(DEVICE, OPERATOR, target), ticket(1), target, RETAIL);
        ServiceException refusal = catchThrowableOfType(
                ServiceException.class,
                () -> updates.create(UpdateOrder.of(target, ticket(1), RETAIL).forPhone(DEVICE, OPERATOR)));

        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.findings())
                .extracting(Finding::rule)
                .extracting(RuleId::text)
                .containsExactly(rules);
        assertThat(plan.refusal().reason()).isEqualTo(reason);
        assertThat(plan.refusal().findings()).isEqualTo(refusal.findings());
    }

    private static UpdateOrder order(int from, int to) {
        return UpdateOrder.of(ticket(to), ticket(from), RETAIL).forPhone(DEVICE, OPERATOR);
    }

    private static UpdateImage known(int version, WspcStatus status) {
        return UpdateImage.signed(ticket(version), new UpdateImage.Facts(image(version), status, null, null));
    }

    private static Baseline image(int version) {
        return image(ticket(version), DEVICE, version + ".0.0.0");
    }

    private static Baseline ofTicket(String ticket, String device) {
        return image(new SubmissionTicket(ticket), device, "5.0.0.0");
    }

    private static Baseline image(SubmissionTicket ticket, String device, String version) {
        return new Baseline(
                ProductType.WINDOWS_PHONE_BLUE,
                new PhoneOperatorPairing("Contoso", device, OPERATOR),
                FirmwareVersion.parse(version),
                ticket,
                PackageNames.of(List.of("Contoso.A")));
    }

    private static SubmissionTicket ticket(int version) {
        return new SubmissionTicket("TKT-SIGN-TEST-IMAGE" + version);
    }
}
