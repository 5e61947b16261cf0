package io.oemingest.core.update;

import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.update.UpdateProgress.Step;
import io.oemingest.core.validation.RuleId;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table of a request's life: which action leads where, and under which rule it is refused elsewhere. */
final class UpdateTransitions {
    private static final Map<UpdateAction, RuleId> RULES = new EnumMap<>(Map.ofEntries(
            Map.entry(UpdateAction.GENERATE, RuleId.of("STA-01")),
            Map.entry(UpdateAction.FAIL, RuleId.of("STA-02")),
            Map.entry(UpdateAction.RETRY, RuleId.of("STA-02")),
            Map.entry(UpdateAction.GIVE_UP, RuleId.of("STA-03")),
            Map.entry(UpdateAction.PREVIEW, RuleId.of("APR-01")),
            Map.entry(UpdateAction.APPROVE_AS_OEM, RuleId.of("APR-06")),
            Map.entry(UpdateAction.APPROVE_AS_OPERATOR, RuleId.of("APR-06")),
            Map.entry(UpdateAction.PUBLISH, RuleId.of("APR-02")),
            Map.entry(UpdateAction.CANCEL, RuleId.of("CAN-07")),
            Map.entry(UpdateAction.REPLACE, RuleId.of("CAN-04")),
            Map.entry(UpdateAction.WITHDRAW, RuleId.of("CAN-03"))));
    private static final RuleId APPROVED_TO_SHIP = RuleId.of("CAN-02");

    private UpdateTransitions() {}

    static Step step(UpdateProgress from, UpdateAction action) {
        UpdateProgress next = next(from, action);
        return next == null ? refused(from, action) : new Step.Moved(next);
    }

    private static @Nullable UpdateProgress next(UpdateProgress from, UpdateAction action) {
        return switch (action) {
            case APPROVE_AS_OEM -> approved(from, ApprovalParty.OEM);
            case APPROVE_AS_OPERATOR -> approved(from, ApprovalParty.MOBILE_OPERATOR);
            default -> {
                UpdateStage stage = stage(from, action);
                yield stage == null ? null : from.at(stage);
            }
        };
    }

    private static @Nullable UpdateStage stage(UpdateProgress from, UpdateAction action) {
        UpdateStage stage = from.stage();
        return switch (action) {
            case GENERATE -> stage == UpdateStage.ACCEPTED ? UpdateStage.GENERATING : null;
            case FAIL -> stage == UpdateStage.GENERATING ? UpdateStage.GENERATION_FAILED : null;
            case RETRY -> stage == UpdateStage.GENERATION_FAILED ? UpdateStage.ACCEPTED : null;
            case GIVE_UP -> stage == UpdateStage.GENERATION_FAILED ? UpdateStage.GIVEN_UP : null;
            case PREVIEW -> stage == UpdateStage.GENERATING ? UpdateStage.PREVIEW : null;
            case PUBLISH -> published(from);
            // Cancelling twice is cancelling once (CAN-07).
            case CANCEL -> stage.isCancellable() || stage == UpdateStage.CANCELLED ? UpdateStage.CANCELLED : null;
            case REPLACE -> stage.isCancellable() ? UpdateStage.CANCELLED : null;
            case WITHDRAW -> stage == UpdateStage.LIVE ? UpdateStage.WITHDRAWN : null;
            case APPROVE_AS_OEM, APPROVE_AS_OPERATOR -> null;
        };
    }

    private static @Nullable UpdateStage published(UpdateProgress from) {
        if (from.type().goesLive()) {
            return from.stage() == UpdateStage.APPROVED ? UpdateStage.LIVE : null;
        }
        return from.stage() == UpdateStage.PREVIEW ? UpdateStage.TRIAL_PUBLISHED : null;
    }

    private static @Nullable UpdateProgress approved(UpdateProgress from, ApprovalParty party) {
        boolean possible = from.type().goesLive()
                && from.stage() == UpdateStage.PREVIEW
                && !from.approvals().contains(party);
        return possible ? from.approvedBy(party) : null;
    }

    private static Step refused(UpdateProgress from, UpdateAction action) {
        boolean cancelling = action == UpdateAction.CANCEL || action == UpdateAction.REPLACE;
        if (cancelling && (from.stage() == UpdateStage.APPROVED || from.stage() == UpdateStage.LIVE)) {
            return new Step.Refused(APPROVED_TO_SHIP, ReasonCode.ALREADY_LIVE, "It has been approved to ship live.");
        }
        RuleId rule = RULES.get(action);
        if (rule == null) {
            throw new IllegalStateException("No rule refuses " + action);
        }
        return new Step.Refused(rule, ReasonCode.INVALID_STATE, why(from, action));
    }

    private static String why(UpdateProgress from, UpdateAction action) {
        boolean approving = action == UpdateAction.APPROVE_AS_OEM || action == UpdateAction.APPROVE_AS_OPERATOR;
        if (approving && !from.type().goesLive()) {
            return "It is of the type " + from.type().text() + ", which is not approved and never goes live.";
        }
        if (approving && from.stage() == UpdateStage.PREVIEW) {
            return "This party has approved it already.";
        }
        return "It is in the stage " + from.stage().text() + ".";
    }
}
