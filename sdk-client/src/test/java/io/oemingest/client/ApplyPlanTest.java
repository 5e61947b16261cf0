package io.oemingest.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageNames;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.core.update.PhoneHistory;
import io.oemingest.core.update.RequestForUpdate;
import io.oemingest.core.update.UpdateImage;
import io.oemingest.core.update.UpdateLink;
import io.oemingest.core.update.UpdateOrder;
import io.oemingest.core.update.UpdatePlan;
import io.oemingest.core.update.UpdatePlan.Step;
import io.oemingest.core.update.UpdatePlanner;
import io.oemingest.core.update.UpdatePolicy;
import io.oemingest.core.update.UpdateStage;
import io.oemingest.core.update.UpdateType;
import io.oemingest.core.validation.Finding;
import io.oemingest.emulator.IngestionEmulator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans that are applied to a real service: nothing twice, whatever came between. */
class ApplyPlanTest {
    private static final String DEVICE = "RM-1045";
    private static final String OPERATOR = "000-DE";
    private static final List<String> CHAIN = List.of("1 to 2", "2 to 3", "3 to 4");

    @TempDir
    private Path folder;

    private EmulatedService service;
    private IngestionClient client;

    @BeforeEach
    void open() throws Exception {
        service = new EmulatedService(folder, IngestionEmulator.builder().workByHand());
        client = service.client().build();
        for (int version = 1; version <= 5; version++) {
            service.emulator.addImage("Contoso", baseline(version), WspcStatus.BASELINE);
        }
    }

    @AfterEach
    void close() {
        client.close();
        service.close();
    }

    @Test
    void makesAChainOfThreeInItsOrderAndNothingASecondTime() {
        UpdatePlan plan = chain();

        List<AppliedPlan.Step> heard = new ArrayList<>();
        AppliedPlan first = client.requestsForUpdate().apply(plan, heard::add);
        AppliedPlan second = client.requestsForUpdate().apply(plan);

        assertThat(heard).isEqualTo(first.steps());
        assertThat(first.isComplete() && second.isComplete()).isTrue();
        assertThat(told(first)).containsExactly("1 to 2 made", "2 to 3 made", "3 to 4 made");
        assertThat(told(second)).containsExactly("1 to 2", "2 to 3", "3 to 4");
        assertThat(atTheService()).isEqualTo(CHAIN);
    }

    @Test
    void goesOnWhereAnEarlierApplicationWasCutOff() {
        client.requestsForUpdate().create(order(1, 2));

        assertThat(told(client.requestsForUpdate().apply(chain())))
                .containsExactly("1 to 2", "2 to 3 made", "3 to 4 made");
        assertThat(atTheService()).isEqualTo(CHAIN);
    }

    @Test
    void makesEachRequestOnceForManyWhoApplyAtOnce() throws Exception {
        UpdatePlan plan = chain();
        Callable<AppliedPlan> apply = () -> client.requestsForUpdate().apply(plan);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            long made = 0;
            for (Future<AppliedPlan> each : pool.invokeAll(List.of(apply, apply, apply, apply))) {
                assertThat(each.get().refusal()).isNull();
                made += each.get().steps().stream()
                        .filter(AppliedPlan.Step::made)
                        .count();
            }
            assertThat(made).isEqualTo(3);
        } finally {
            pool.shutdownNow();
        }
        assertThat(atTheService()).isEqualTo(CHAIN);
    }

    @Test
    void stopsAtTheFirstRefusalAndSaysWhatWasMade() {
        // Since the plan was made, somebody has led the phones elsewhere.
        UpdatePlan plan = chain();
        client.requestsForUpdate().create(order(1, 2));
        client.requestsForUpdate().create(order(2, 5));

        AppliedPlan applied = client.requestsForUpdate().apply(plan);

        assertThat(told(applied)).containsExactly("1 to 2");
        assertThat(applied.isComplete()).isFalse();
        assertThat(applied.refusal()).isNotNull();
        assertThat(applied.refusal().reason()).isEqualTo(ReasonCode.DUPLICATE_SOURCE);
        assertThat(applied.refusal().findings())
                .extracting(Finding::rule)
                .extracting(Object::toString)
                .containsExactly("RFU-21", "RFU-20");
        assertThat(atTheService()).containsExactly("1 to 2", "2 to 5");
        assertThat(applied.toJson()).startsWith("""
                {
                  "deviceName": "RM-1045",
                  "operatorId": "000-DE",
                  "type": "RetailServicing",
                  "from": "TKT-SIGN-TEST-IMAGE1",
                  "to": "TKT-SIGN-TEST-IMAGE4",
                  "complete": false,
                  "steps": [
                    {
                      "sourceTicketId": "TKT-SIGN-TEST-IMAGE1",
                      "targetTicketId": "TKT-SIGN-TEST-IMAGE2",
                      "ticketId": "TKT-RFU-TEST-IMAGE2-1",
                      "stage": "Accepted",
                      "made": false
                    }
                  ],
                  "refusal": {
                    "reason": "DuplicateSource",
                    "details": "Another request, TKT-RFU-TEST-IMAGE5-1, starts from the same source. That is the first\
                 of 2 findings.",
                    "findings": [
                """);
    }

    @Test
    void makesWhatWasCancelledAgain() {
        UpdatePlan plan = plan(1, 2, List.of());
        AppliedPlan first = client.requestsForUpdate().apply(plan);
        client.requestsForUpdate().cancel(first.steps().get(0).request().ticket());

        assertThat(told(client.requestsForUpdate().apply(plan))).containsExactly("1 to 2 made");
    }

    @Test
    void doesNotBeginWithAPlanThatLeadsNowhere() {
        UpdatePlan backwards = plan(2, 1, List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.requestsForUpdate().apply(backwards))
                .withMessage("The plan from TKT-SIGN-TEST-IMAGE2 to TKT-SIGN-TEST-IMAGE1 is not possible; its refusal"
                        + " says why");
        assertThat(atTheService()).isEmpty();
    }

    /** Three updates one after the other; the planner alone would take the shortest way. */
    private static UpdatePlan chain() {
        List<Step> steps = IntStream.rangeClosed(1, 3)
                .mapToObj(each -> new Step(order(each, each + 1), null, List.of()))
                .toList();
        return new UpdatePlan(
                DEVICE, OPERATOR, UpdateType.RETAIL_SERVICING, image(1), image(4), steps, List.of(), List.of(), null);
    }

    private static UpdatePlan plan(int from, int to, List<UpdateLink> links) {
        List<UpdateImage> images = IntStream.rangeClosed(1, 5)
                .mapToObj(each -> UpdateImage.signed(
                        image(each), new UpdateImage.Facts(baseline(each), WspcStatus.BASELINE, null, null)))
                .toList();
        return new UpdatePlanner(UpdatePolicy.STRICT, "TEST")
                .plan(
                        new PhoneHistory(DEVICE, OPERATOR, images, links),
                        image(from),
                        image(to),
                        UpdateType.RETAIL_SERVICING);
    }

    private static List<String> told(AppliedPlan applied) {
        return applied.steps().stream()
                .map(each -> told(each.request()) + (each.made() ? " made" : ""))
                .toList();
    }

    private static String told(RequestForUpdate request) {
        return (request.source().ticket() + " to " + request.target().ticket()).replace("TKT-SIGN-TEST-IMAGE", "");
    }

    private List<String> atTheService() {
        return client.requestsForUpdate().list().items().stream()
                .filter(each -> each.stage() == UpdateStage.ACCEPTED)
                .map(ApplyPlanTest::told)
                .sorted()
                .toList();
    }

    private static UpdateOrder order(int from, int to) {
        return UpdateOrder.of(image(to), image(from), UpdateType.RETAIL_SERVICING)
                .forPhone(DEVICE, OPERATOR);
    }

    private static Baseline baseline(int version) {
        return new Baseline(
                ProductType.WINDOWS_PHONE_BLUE,
                new PhoneOperatorPairing("Contoso", DEVICE, OPERATOR),
                FirmwareVersion.parse(version + ".0.0.0"),
                image(version),
                PackageNames.of(List.of("Contoso.A")));
    }

    private static SubmissionTicket image(int version) {
        return new SubmissionTicket("TKT-SIGN-TEST-IMAGE" + version);
    }
}
