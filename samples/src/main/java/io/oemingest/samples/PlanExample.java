package io.oemingest.samples;

import io.oemingest.client.AppliedPlan;
import io.oemingest.client.IngestionClient;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.update.PhoneHistory;
import io.oemingest.core.update.UpdatePlan;
import io.oemingest.core.update.UpdateType;

/** The README's lines about plans of updates, compiled so that they stay true. */
final class PlanExample {
    private PlanExample() {}

    static AppliedPlan updated(IngestionClient client, SubmissionTicket from, SubmissionTicket to) {
        // README
        var requests = client.requestsForUpdate();
        PhoneHistory phone = requests.history("D100 ROW", "000-DE", from, to);
        UpdatePlan plan = requests.planner().plan(phone, from, to, UpdateType.RETAIL_SERVICING);
        if (!plan.isPossible()) {
            throw new IllegalStateException(plan.toText()); // holes, rules that refuse, what the images lack
        }
        return requests.apply(plan); // what is there already is not asked for again
        // README
    }
}
