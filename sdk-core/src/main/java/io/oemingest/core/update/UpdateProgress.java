package io.oemingest.core.update;

import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.validation.RuleId;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where a request stands, as far as it decides what may happen next. The payload decides nothing here: updates of the
 * operating system alone take the same way (rules APR-04, APR-05, CAN-01).
 *
 * @param approvals parties that have approved
 */
public record UpdateProgress(UpdateType type, UpdateStage stage, Set<ApprovalParty> approvals) {
    public UpdateProgress {
        approvals = Set.copyOf(approvals);
    }

    /** What comes of an action. */
    public sealed interface Step {
        /** It happens; the same progress again if there was nothing left to do. */
        record Moved(UpdateProgress progress) implements Step {}

        /** It cannot happen now: the rule that says so, and in a sentence why. */
        record Refused(RuleId rule, ReasonCode reason, String why) implements Step {}
    }

    /** A request that the service has just accepted. */
    public static UpdateProgress accepted(UpdateType type) {
        return new UpdateProgress(type, UpdateStage.ACCEPTED, Set.of());
    }

    /** What an action does to a request that stands here. */
    public Step after(UpdateAction action) {
        return UpdateTransitions.step(this, action);
    }

    /** Whether both parties have approved (rules APR-07, STA-10). */
    public boolean isApproved() {
        return approvals.containsAll(EnumSet.allOf(ApprovalParty.class));
    }

    UpdateProgress at(UpdateStage next) {
        return new UpdateProgress(type, next, approvals);
    }

    UpdateProgress approvedBy(ApprovalParty party) {
        EnumSet<ApprovalParty> more = EnumSet.of(party);
        more.addAll(approvals);
        boolean both = more.size() == ApprovalParty.values().length;
        return new UpdateProgress(type, both ? UpdateStage.APPROVED : stage, more);
    }
}
