package io.oemingest.core.update;

import static io.oemingest.core.update.ApprovalParty.MOBILE_OPERATOR;
import static io.oemingest.core.update.ApprovalParty.OEM;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.update.UpdateProgress.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UpdateTransitionsTest {
    private static final List<UpdateAction> COLUMNS = List.of(
            UpdateAction.GENERATE,
            UpdateAction.FAIL,
            UpdateAction.RETRY,
            UpdateAction.GIVE_UP,
            UpdateAction.PREVIEW,
            UpdateAction.APPROVE_AS_OEM,
            UpdateAction.APPROVE_AS_OPERATOR,
            UpdateAction.PUBLISH,
            UpdateAction.CANCEL,
            UpdateAction.REPLACE,
            UpdateAction.WITHDRAW);

    /** Stage that follows, with the approvals behind it; or the rule that refuses, {@code !} for AlreadyLive. */
    private static final String RETAIL = """
            # from               generate    fail              retry     give up  preview  OEM               operator          publish  cancel     replace    withdraw
            Accepted             Generating  STA-02            STA-02    STA-03   APR-01   APR-06            APR-06            APR-02   Cancelled  Cancelled  CAN-03
            Generating           STA-01      GenerationFailed  STA-02    STA-03   Preview  APR-06            APR-06            APR-02   Cancelled  Cancelled  CAN-03
            GenerationFailed     STA-01      STA-02            Accepted  GivenUp  APR-01   APR-06            APR-06            APR-02   Cancelled  Cancelled  CAN-03
            Preview              STA-01      STA-02            STA-02    STA-03   APR-01   Preview+O         Preview+M         APR-02   Cancelled  Cancelled  CAN-03
            Preview+O            STA-01      STA-02            STA-02    STA-03   APR-01   APR-06            Approved+OM       APR-02   Cancelled+O  Cancelled+O  CAN-03
            Preview+M            STA-01      STA-02            STA-02    STA-03   APR-01   Approved+OM       APR-06            APR-02   Cancelled+M  Cancelled+M  CAN-03
            Approved+OM          STA-01      STA-02            STA-02    STA-03   APR-01   APR-06            APR-06            Live+OM  CAN-02!    CAN-02!    CAN-03
            Live+OM              STA-01      STA-02            STA-02    STA-03   APR-01   APR-06            APR-06            APR-02   CAN-02!    CAN-02!    Withdrawn+OM
            GivenUp              STA-01      STA-02            STA-02    STA-03   APR-01   APR-06            APR-06            APR-02   CAN-07     CAN-04     CAN-03
            Cancelled            STA-01      STA-02            STA-02    STA-03   APR-01   APR-06            APR-06            APR-02   Cancelled  CAN-04     CAN-03
            Cancelled+O          STA-01      STA-02            STA-02    STA-03   APR-01   APR-06            APR-06            APR-02   Cancelled+O  CAN-04   CAN-03
            Withdrawn+OM         STA-01      STA-02            STA-02    STA-03   APR-01   APR-06            APR-06            APR-02   CAN-07     CAN-04     CAN-03
            """;

    private static final String TRIAL = """
            # from               generate    fail              retry     give up  preview  OEM     operator  publish         cancel     replace    withdraw
            Accepted             Generating  STA-02            STA-02    STA-03   APR-01   APR-06  APR-06    APR-02          Cancelled  Cancelled  CAN-03
            Generating           STA-01      GenerationFailed  STA-02    STA-03   Preview  APR-06  APR-06    APR-02          Cancelled  Cancelled  CAN-03
            GenerationFailed     STA-01      STA-02            Accepted  GivenUp  APR-01   APR-06  APR-06    APR-02          Cancelled  Cancelled  CAN-03
            Preview              STA-01      STA-02            STA-02    STA-03   APR-01   APR-06  APR-06    TrialPublished  Cancelled  Cancelled  CAN-03
            TrialPublished       STA-01      STA-02            STA-02    STA-03   APR-01   APR-06  APR-06    APR-02          CAN-07     CAN-04     CAN-03
            GivenUp              STA-01      STA-02            STA-02    STA-03   APR-01   APR-06  APR-06    APR-02          CAN-07     CAN-04     CAN-03
            Cancelled            STA-01      STA-02            STA-02    STA-03   APR-01   APR-06  APR-06    APR-02          Cancelled  CAN-04     CAN-03
            """;

    record Cell(UpdateProgress from, UpdateAction action, String expected) {}

    static List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        cells.addAll(cells(UpdateType.RETAIL_SERVICING, RETAIL));
        cells.addAll(cells(UpdateType.TRIAL, TRIAL));
        cells.addAll(cells(UpdateType.PARTNER_SELF_HOST, TRIAL));
        return cells;
    }

    @ParameterizedTest
    @MethodSource("cells")
    void leadsWhereTheTableSays(Cell cell) {
        assertThat(told(cell.from().after(cell.action()))).isEqualTo(cell.expected());
    }

    @Test
    void coversEveryStageAndEveryAction() {
        assertThat(COLUMNS).containsExactly(UpdateAction.values());
        assertThat(cells().stream().map(each -> each.from().stage()).distinct())
                .containsExactlyInAnyOrder(Arrays.stream(UpdateStage.values())
                        .filter(each -> each != UpdateStage.UNRECOGNIZED)
                        .toArray(UpdateStage[]::new));
    }

    @Test
    void saysWhyAnApprovalIsRefused() {
        UpdateProgress once = new UpdateProgress(UpdateType.RETAIL_SERVICING, UpdateStage.PREVIEW, Set.of(OEM));

        assertThat(why(once, UpdateAction.APPROVE_AS_OEM)).isEqualTo("This party has approved it already.");
        assertThat(why(UpdateProgress.accepted(UpdateType.TRIAL), UpdateAction.APPROVE_AS_OEM))
                .isEqualTo("It is of the type Trial, which is not approved and never goes live.");
        assertThat(why(UpdateProgress.accepted(UpdateType.RETAIL_SERVICING), UpdateAction.APPROVE_AS_OPERATOR))
                .isEqualTo("It is in the stage Accepted.");
        assertThat(why(once.approvedBy(MOBILE_OPERATOR), UpdateAction.CANCEL))
                .isEqualTo("It has been approved to ship live.");
    }

    @Test
    void isApprovedWhenBothHaveApproved() {
        UpdateProgress none = new UpdateProgress(UpdateType.RETAIL_SERVICING, UpdateStage.PREVIEW, Set.of());
        assertThat(none.isApproved()).isFalse();
        assertThat(none.approvedBy(OEM).isApproved()).isFalse();
        assertThat(none.approvedBy(OEM).approvedBy(MOBILE_OPERATOR).isApproved())
                .isTrue();
    }

    @Test
    void showsEachStageUnderOneOfTheDocumentedStates() {
        assertThat(Stream.of(UpdateStage.values())
                        .map(each -> each + " " + each.state().text()))
                .containsExactly(
                        "ACCEPTED InProcessOnTrack",
                        "GENERATING InProcessOnTrack",
                        "GENERATION_FAILED InProcessFailure",
                        "PREVIEW InProcessOnTrack",
                        "APPROVED InProcessOnTrack",
                        "LIVE CompletedSuccess",
                        "TRIAL_PUBLISHED CompletedSuccess",
                        "GIVEN_UP CompletedFailure",
                        "CANCELLED CompletedFailure",
                        "WITHDRAWN CompletedFailure",
                        "UNRECOGNIZED ");
    }

    private static String why(UpdateProgress from, UpdateAction action) {
        return ((Step.Refused) from.after(action)).why();
    }

    private static String told(Step step) {
        if (step instanceof Step.Refused refused) {
            boolean live = refused.reason() == ReasonCode.ALREADY_LIVE;
            assertThat(refused.reason()).isEqualTo(live ? ReasonCode.ALREADY_LIVE : ReasonCode.INVALID_STATE);
            return refused.rule() + (live ? "!" : "");
        }
        UpdateProgress next = ((Step.Moved) step).progress();
        String approvals =
                (next.approvals().contains(OEM) ? "O" : "") + (next.approvals().contains(MOBILE_OPERATOR) ? "M" : "");
        return next.stage().text() + (approvals.isEmpty() ? "" : "+" + approvals);
    }

    private static List<Cell> cells(UpdateType type, String table) {
        List<Cell> cells = new ArrayList<>();
        for (String line : table.lines().filter(each -> !each.startsWith("#")).toList()) {
            String[] words = line.split("\\s+", -1);
            assertThat(words).hasSize(COLUMNS.size() + 1);
            for (int i = 0; i < COLUMNS.size(); i++) {
                cells.add(new Cell(progress(type, words[0]), COLUMNS.get(i), words[i + 1]));
            }
        }
        return cells;
    }

    private static UpdateProgress progress(UpdateType type, String text) {
        String[] parts = text.split("\\+", -1);
        Map<String, Set<ApprovalParty>> approvals = Map.of(
                "", Set.of(), "O", Set.of(OEM), "M", Set.of(MOBILE_OPERATOR), "OM", Set.of(OEM, MOBILE_OPERATOR));
        return new UpdateProgress(
                type, UpdateStage.parseOrNull(parts[0]), approvals.get(parts.length == 1 ? "" : parts[1]));
    }
}
