package io.oemingest.client;

import io.oemingest.core.update.RequestForUpdate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What applying a plan came to. To apply it again goes on where it ended.
 *
 * @param steps what the plan lacked, in its order, as far as it was come by
 * @param refusal why the service refused the next request, after which none was asked for; null if all are there
 */
public record AppliedPlan(List<Step> steps, @Nullable ServiceException refusal) {
    public AppliedPlan {
        steps = List.copyOf(steps);
    }

    /**
     * A request of the plan.
     *
     * @param made whether this application made it; otherwise it was there already
     */
    public record Step(RequestForUpdate request, boolean made) {}

    /** Whether every request of the plan is there now. */
    public boolean isComplete() {
        return refusal == null;
    }
}
