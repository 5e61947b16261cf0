package io.oemingest.client;

import io.oemingest.client.AppliedPlan.Step;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.update.RequestForUpdate;
import io.oemingest.core.update.UpdateOrder;
import io.oemingest.core.update.UpdatePayload.MicrosoftOemMixed;
import io.oemingest.core.update.UpdatePlan;
import io.oemingest.core.update.UpdateReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes the requests that a plan lacks, and none that is there. */
final class PlanApplier {
    /** How the service refuses a request that somebody else has made meanwhile (rules RFU-20, RFU-21). */
    private static final Set<ReasonCode> TAKEN = Set.of(ReasonCode.DUPLICATE_SOURCE, ReasonCode.CHAIN_BROKEN);

    private final RequestsForUpdate requests;

    PlanApplier(RequestsForUpdate requests) {
        this.requests = requests;
    }

    AppliedPlan apply(UpdatePlan plan, Consumer<? super Step> listener) {
        if (!plan.isPossible()) {
            throw new IllegalArgumentException(
                    "The plan from " + plan.from() + " to " + plan.to() + " is not possible; its refusal says why");
        }
        List<Step> steps = new ArrayList<>();
        for (UpdateOrder order : plan.missing()) {
            try {
                Step step = ensure(order);
                steps.add(step);
                listener.accept(step);
            } catch (ServiceException e) {
                return new AppliedPlan(plan, steps, e);
            }
        }
        return new AppliedPlan(plan, steps, null);
    }

    private Step ensure(UpdateOrder order) {
        RequestForUpdate there = find(order);
        if (there != null) {
            return new Step(there, false);
        }
        try {
            return new Step(requests.create(order), true);
        } catch (ServiceException e) {
            ReasonCode reason = e.reason();
            RequestForUpdate quicker = reason != null && TAKEN.contains(reason) ? find(order) : null;
            if (quicker == null) {
                throw e;
            }
            return new Step(quicker, false);
        }
    }

    private @Nullable RequestForUpdate find(UpdateOrder order) {
        RequestForUpdateFilter filter =
                RequestForUpdateFilter.all().withType(order.type()).withPhone(order.deviceName(), order.operatorId());
        return requests.listAll(filter)
                .filter(each -> each.stage().isLink() && isBetweenTheSame(each, order))
                .findFirst()
                .orElse(null);
    }

    private static boolean isBetweenTheSame(RequestForUpdate request, UpdateOrder order) {
        return order.payload() instanceof MicrosoftOemMixed images
                && images.target().equals(request.target().ticket())
                && Objects.equals(images.source(), ticket(request.source()));
    }

    private static @Nullable SubmissionTicket ticket(@Nullable UpdateReference end) {
        return end == null ? null : end.ticket();
    }
}
