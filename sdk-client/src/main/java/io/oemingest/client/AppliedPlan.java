package io.oemingest.client;

import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.AppliedPlanJson;
import io.oemingest.core.internal.wire.report.ReportWire;
import io.oemingest.core.update.RequestForUpdate;
import io.oemingest.core.update.UpdatePlan;
import io.oemingest.core.update.UpdateReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What applying a plan came to. To apply it again goes on where it ended.
 *
 * @param steps what the plan lacked, in its order, as far as it was come by
 * @param refusal why the service refused the next request, after which none was asked for; null if all are there
 */
public record AppliedPlan(
        UpdatePlan plan, List<Step> steps, @Nullable ServiceException refusal) {
    public AppliedPlan {
        steps = List.copyOf(steps);
    }

    /**
     * A request of the plan.
     *
     * @param made whether this application made it; otherwise it was there already
     */
    public record Step(RequestForUpdate request, boolean made) {}

    /** For programs: a JSON object. */
    public String toJson() {
        return Json.writeIndented(new AppliedPlanJson(
                plan.deviceName(),
                plan.operatorId(),
                plan.type().text(),
                plan.from().id(),
                plan.to().id(),
                isComplete(),
                steps.stream().map(AppliedPlan::step).toList(),
                refusal == null
                        ? null
                        : new AppliedPlanJson.Refusal(
                                refusal.reasonCode(), refusal.details(), ReportWire.toWire(refusal.findings()))));
    }

    private static AppliedPlanJson.Step step(Step step) {
        RequestForUpdate request = step.request();
        return new AppliedPlanJson.Step(
                id(request.source()), id(request.target()), request.ticket().id(), request.stageWord(), step.made());
    }

    private static @Nullable String id(@Nullable UpdateReference end) {
        return end == null || end.ticket() == null ? null : end.ticket().id();
    }

    /** Whether every request of the plan is there now. */
    public boolean isComplete() {
        return refusal == null;
    }
}
