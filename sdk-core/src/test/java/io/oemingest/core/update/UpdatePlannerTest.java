package io.oemingest.core.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageNames;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.core.update.UpdateImage.Facts;
import io.oemingest.core.update.UpdatePlan.Prospect;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpdatePlannerTest {
    private static final UpdateType RETAIL = UpdateType.RETAIL_SERVICING;

    private final UpdatePlanner planner = new UpdatePlanner(UpdatePolicy.STRICT, "TEST");
    private final List<UpdateImage> images = new ArrayList<>();
    private final List<UpdateLink> chain = new ArrayList<>();

    @Test
    void takesTheDirectWayIfThereIsOne() {
        image(1, WspcStatus.BASELINE);
        image(2, WspcStatus.BASELINE);
        image(3, WspcStatus.BASELINE);

        UpdatePlan plan = plan(1, 3);
        assertThat(plan.missing()).containsExactly(order(1, 3));
        assertThat(plan.isPossible()).isTrue();
    }

    @Test
    void saysWhyThereIsNoWay() {
        image(1, WspcStatus.BASELINE, "A", "B");
        image(2, WspcStatus.COMPLIANT, "A");

        UpdatePlan plan = plan(1, 2);
        assertThat(plan.isPossible()).isFalse();
        assertThat(plan.missing()).isEmpty();
        assertThat(plan.toText()).isEqualTo("""
                RetailServicing of RM-1045/000-DE from TKT-SIGN-TEST-IMAGE1 to TKT-SIGN-TEST-IMAGE2: not possible
                  TKT-SIGN-TEST-IMAGE2 (2.0.0.0) as a baseline: lacks 1 package: B; empty ones will do
                  Block RFU-11 The target TKT-SIGN-TEST-IMAGE2 (2.0.0.0) is compliant, not a baseline. The source\
                 TKT-SIGN-TEST-IMAGE1 (1.0.0.0) is a baseline. Submit the image as a baseline.
                """);
    }

    @Test
    void leavesOutWhatHasBeenDone() {
        for (int version = 1; version <= 4; version++) {
            image(version, WspcStatus.BASELINE);
        }
        link(1, 1, 2, UpdateStage.LIVE);
        link(2, 2, 3, UpdateStage.CANCELLED);
        link(3, 2, 3, UpdateStage.PREVIEW);

        UpdatePlan plan = plan(1, 4);
        assertThat(plan.toText()).isEqualTo("""
                RetailServicing of RM-1045/000-DE from TKT-SIGN-TEST-IMAGE1 to TKT-SIGN-TEST-IMAGE4
                  1. TKT-SIGN-TEST-IMAGE1 -> TKT-SIGN-TEST-IMAGE2: TKT-RFU-TEST-LINKED-1, Live
                  2. TKT-SIGN-TEST-IMAGE2 -> TKT-SIGN-TEST-IMAGE3: TKT-RFU-TEST-LINKED-3, Preview
                  3. TKT-SIGN-TEST-IMAGE3 -> TKT-SIGN-TEST-IMAGE4: to be requested
                """);
        assertThat(plan.missing()).containsExactly(order(3, 4));
        link(4, 3, 4, UpdateStage.ACCEPTED);
        assertThat(plan(1, 4).missing()).isEmpty();
        assertThat(plan(1, 4).isPossible()).isTrue();
    }

    @Test
    void goesOverSeveralImagesWhereOneStepIsTooFar() {
        image(1, WspcStatus.LEGACY_NON_COMPLIANT, "A", "B");
        image(2, WspcStatus.BASELINE, "A", "B");
        image(3, WspcStatus.BASELINE, "A", "C");

        UpdatePlanner lenient = new UpdatePlanner(UpdatePolicy.LENIENT, "TEST");
        UpdatePlan plan = lenient.plan(phone(), ticket(1), ticket(3), RETAIL);
        assertThat(plan.missing()).containsExactly(order(1, 2), order(2, 3));
        assertThat(plan.steps().get(1).warnings())
                .extracting(each -> each.rule().text())
                .containsExactly("RFU-15");
        assertThat(plan.toText()).endsWith("""
                          1. TKT-SIGN-TEST-IMAGE1 -> TKT-SIGN-TEST-IMAGE2: to be requested
                          2. TKT-SIGN-TEST-IMAGE2 -> TKT-SIGN-TEST-IMAGE3: to be requested
                             Warn RFU-15 The target TKT-SIGN-TEST-IMAGE3 (3.0.0.0) lacks 1 package of the source\
                         TKT-SIGN-TEST-IMAGE2 (2.0.0.0): B. Put the packages back; an empty package of the same name\
                         will do.
                          TKT-SIGN-TEST-IMAGE1 (1.0.0.0) as a baseline: possible; submit it as one
                          TKT-SIGN-TEST-IMAGE3 (3.0.0.0) as a baseline: lacks 1 package: B; empty ones will do
                        """);
    }

    @Test
    void showsWhereTheChainHasHoles() {
        for (int version = 1; version <= 4; version++) {
            image(version, WspcStatus.BASELINE);
        }
        link(1, 1, 2, UpdateStage.LIVE);
        link(2, 3, 4, UpdateStage.LIVE);

        UpdatePlan plan = plan(2, 3);
        assertThat(plan.toJson()).isEqualTo("""
                {
                  "deviceName": "RM-1045",
                  "operatorId": "000-DE",
                  "type": "RetailServicing",
                  "from": "TKT-SIGN-TEST-IMAGE2",
                  "to": "TKT-SIGN-TEST-IMAGE3",
                  "possible": false,
                  "steps": [],
                  "holes": [
                    {
                      "before": "TKT-RFU-TEST-LINKED-1",
                      "after": "TKT-RFU-TEST-LINKED-2"
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
                        "message": "The source TKT-SIGN-TEST-IMAGE2 is not the target of the update before, \
                TKT-SIGN-TEST-IMAGE4 of TKT-RFU-TEST-LINKED-2.",
                        "mend": "Start from the image that phones have after the last update.",
                        "source": "REQ, NRFU"
                      }
                    ]
                  }
                }
                """);
        assertThat(plan.toText())
                .contains("  Hole: TKT-RFU-TEST-LINKED-1 leads to TKT-SIGN-TEST-IMAGE2, and"
                        + " TKT-RFU-TEST-LINKED-2 does not start there\n");
    }

    @Test
    void plansForEachPhoneAlone() {
        image(1, WspcStatus.BASELINE);
        image(2, WspcStatus.BASELINE);
        PhoneHistory done = phone().with(Situations.link(1, RETAIL, ticket(1), ticket(2), UpdateStage.LIVE));

        assertThat(planner.plan(List.of(phone(), done), ticket(1), ticket(2), RETAIL))
                .extracting(each -> each.missing().size())
                .containsExactly(1, 0);
    }

    @Test
    void isThereAlready() {
        UpdatePlan plan = plan(1, 1);
        assertThat(plan.isPossible()).isTrue();
        assertThat(plan.steps()).isEmpty();
    }

    @Test
    void saysWhatTheImagesAtBothEndsLackForBaselines() {
        image(1, WspcStatus.BASELINE, "A", "B");
        image(2, WspcStatus.COMPLIANT, "A", "B", "C");
        image(3, WspcStatus.NON_COMPLIANT, "A", "D");
        image(4, WspcStatus.BASELINE, "A", "B", "C");
        images.add(UpdateImage.signed(ticket(5), Situations.facts("4.0.0.0", WspcStatus.COMPLIANT, "A", "B", "C")));

        UpdatePlan plan = plan(2, 3);
        assertThat(plan.prospects())
                .containsExactly(
                        new Prospect(images.get(1), new BaselineOutlook(List.of(), List.of(), List.of())),
                        new Prospect(images.get(2), new BaselineOutlook(List.of(), List.of("B"), List.of("D"))));
        assertThat(plan.missingPackages()).isEqualTo(PackageNames.of(List.of("b")));
        assertThat(plan.toText()).contains("""
                  TKT-SIGN-TEST-IMAGE2 (2.0.0.0) as a baseline: possible; submit it as one
                  TKT-SIGN-TEST-IMAGE3 (3.0.0.0) as a baseline: lacks 1 package: B; empty ones will do
                  TKT-SIGN-TEST-IMAGE3 (3.0.0.0) as a baseline: the baseline above lacks 1 package: D
                """);
        assertThat(plan.toJson()).contains("""
                  "prospects": [
                    {
                      "ticketId": "TKT-SIGN-TEST-IMAGE2",
                      "possible": true,
                      "missing": [],
                      "surplus": [],
                      "sameVersion": []
                    },
                    {
                      "ticketId": "TKT-SIGN-TEST-IMAGE3",
                      "possible": false,
                      "missing": [
                        "B"
                      ],
                      "surplus": [
                        "D"
                      ],
                      "sameVersion": []
                    }
                  ],
                  "missingPackages": [
                    "B"
                  ],
                """);
        assertThat(plan(1, 4).prospects()).isEmpty();
        assertThat(plan(1, 5).toText())
                .contains("\n  TKT-SIGN-TEST-IMAGE5 (4.0.0.0) as a baseline: TKT-SIGN-TEST-OTHERS (4.0.0.0) has its"
                        + " version\n");
    }

    @Test
    void comparesWithBaselinesOfTheSameProductAlone() {
        image(1, WspcStatus.BASELINE, "A", "B");
        Facts other = Situations.facts("2.0.0.0", WspcStatus.COMPLIANT, "A");
        Baseline known = other.image();
        Baseline newer = new Baseline(
                ProductType.WINDOWS_PHONE_THRESHOLD,
                known.pairing(),
                known.version(),
                known.ticket(),
                known.packages());
        images.add(UpdateImage.signed(ticket(2), new Facts(newer, WspcStatus.COMPLIANT, null, null)));

        assertThat(phone().outlook(ticket(2))).isEqualTo(new BaselineOutlook(List.of(), List.of(), List.of()));
        assertThat(phone().outlook(ticket(3))).isNull();
    }

    @Test
    void theRestOfAPlanIsWhatIsMissing() {
        for (int version = 1; version <= 3; version++) {
            image(version, WspcStatus.BASELINE);
        }
        link(1, 1, 2, UpdateStage.LIVE);

        assertThat(plan(1, 3).remaining().toText()).isEqualTo("""
                RetailServicing of RM-1045/000-DE from TKT-SIGN-TEST-IMAGE2 to TKT-SIGN-TEST-IMAGE3
                  1. TKT-SIGN-TEST-IMAGE2 -> TKT-SIGN-TEST-IMAGE3: to be requested
                """);
        assertThat(plan(1, 2).remaining().steps()).isEmpty();
        UpdatePlan impossible = plan(3, 1);
        assertThat(impossible.remaining()).isSameAs(impossible);
    }

    @Test
    void findsImagesByTheirVersion() {
        image(1, WspcStatus.BASELINE);
        image(2, WspcStatus.BASELINE);
        images.add(UpdateImage.signed(ticket(3), Situations.facts("2.0.0.0", WspcStatus.COMPLIANT)));

        assertThat(phone().find(FirmwareVersion.parse("2.0.0.0")))
                .extracting(UpdateImage::ticket)
                .containsExactly(ticket(2), ticket(3));
        assertThat(phone().find(FirmwareVersion.parse("3.0.0.0"))).isEmpty();
    }

    @Test
    void saysWhatABaselineWouldTake() {
        List<Baseline> baselines = List.of(baseline("1.0.0.0", "A", "B"), baseline("5.0.0.0", "A", "B", "C"));

        BaselineOutlook between =
                BaselineOutlook.of(FirmwareVersion.parse("3.0.0.0"), PackageNames.of(List.of("A", "D")), baselines);
        assertThat(between).isEqualTo(new BaselineOutlook(List.of(), List.of("B"), List.of("D")));
        assertThat(between.isPossible()).isFalse();
        assertThat(BaselineOutlook.of(
                                FirmwareVersion.parse("6.0.0.0"), PackageNames.of(List.of("a", "b", "c")), baselines)
                        .isPossible())
                .isTrue();
        assertThat(BaselineOutlook.of(FirmwareVersion.parse("5.0.0.0"), PackageNames.of(List.of("A", "B")), baselines))
                .isEqualTo(new BaselineOutlook(List.of(baselines.get(1)), List.of(), List.of()));
    }

    private UpdatePlan plan(int from, int to) {
        return planner.plan(phone(), ticket(from), ticket(to), RETAIL);
    }

    private PhoneHistory phone() {
        return new PhoneHistory("RM-1045", "000-DE", images, chain);
    }

    private void image(int version, WspcStatus status, String... packages) {
        images.add(UpdateImage.signed(ticket(version), Situations.facts(version + ".0.0.0", status, packages)));
    }

    private void link(int number, int from, int to, UpdateStage stage) {
        chain.add(Situations.link(number, RETAIL, ticket(from), ticket(to), stage));
    }

    private static Baseline baseline(String version, String... packages) {
        return new Baseline(
                ProductType.WINDOWS_PHONE_BLUE,
                new PhoneOperatorPairing("Contoso", "RM-1045", "000-DE"),
                FirmwareVersion.parse(version),
                ticket(1),
                PackageNames.of(List.of(packages)));
    }

    private static UpdateOrder order(int from, int to) {
        return UpdateOrder.of(ticket(to), ticket(from), RETAIL).forPhone("RM-1045", "000-DE");
    }

    private static SubmissionTicket ticket(int version) {
        return new SubmissionTicket("TKT-SIGN-TEST-IMAGE" + version);
    }
}
