package io.oemingest.core.update;

import io.oemingest.core.model.PackageNames;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.update.UpdatePayload.MicrosoftOemMixed;
import io.oemingest.core.validation.Finding;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How phones of one kind and operator come from one image to another. What is missing can be asked for at any time, and
 * a new plan after that leaves out what has been done.
 *
 * @param steps requests that there are, then those to be made
 * @param holes where the requests that there are do not meet
 * @param prospects the images at both ends that are no baselines, or lack packages: what it would take
 * @param refusal why the request that is missing would be refused; null if the steps lead to the end
 */
public record UpdatePlan(
        String deviceName,
        String operatorId,
        UpdateType type,
        SubmissionTicket from,
        SubmissionTicket to,
        List<Step> steps,
        List<PhoneHistory.Hole> holes,
        List<Prospect> prospects,
        @Nullable UpdateVerdict refusal) {
    public UpdatePlan {
        steps = List.copyOf(steps);
        holes = List.copyOf(holes);
        prospects = List.copyOf(prospects);
    }

    /** What it would take for an image to be a baseline, and an update of the other to be accepted. */
    public record Prospect(UpdateImage image, BaselineOutlook outlook) {}

    /**
     * One request.
     *
     * @param existing the request, if there is one
     * @param warnings what the service will find odd and accept
     */
    public record Step(UpdateOrder order, @Nullable UpdateLink existing, List<Finding> warnings) {
        public Step {
            warnings = List.copyOf(warnings);
            if (!(order.payload() instanceof MicrosoftOemMixed mixed) || mixed.source() == null) {
                throw new IllegalArgumentException("A step leads from an image to another");
            }
        }

        public SubmissionTicket source() {
            return Objects.requireNonNull(images().source());
        }

        public SubmissionTicket target() {
            return images().target();
        }

        private MicrosoftOemMixed images() {
            return (MicrosoftOemMixed) order.payload();
        }
    }

    /** Whether the steps lead to the end. */
    public boolean isPossible() {
        return refusal == null;
    }

    /** What is still to be asked for, in this order; nothing if the plan leads nowhere. */
    public List<UpdateOrder> missing() {
        return isPossible()
                ? steps.stream()
                        .filter(each -> each.existing() == null)
                        .map(Step::order)
                        .toList()
                : List.of();
    }

    /** The plan of what is missing alone: without the requests that there are. */
    public UpdatePlan remaining() {
        List<Step> rest = steps.stream().filter(each -> each.existing() == null).toList();
        SubmissionTicket start = rest.isEmpty() ? to : rest.get(0).source();
        return isPossible()
                ? new UpdatePlan(deviceName, operatorId, type, start, to, rest, List.of(), prospects, null)
                : this;
    }

    /** Names of packages that the images at both ends have to bring back; empty packages will do (rule WSP-04). */
    public PackageNames missingPackages() {
        return PackageNames.of(prospects.stream()
                .flatMap(each -> each.outlook().missing().stream())
                .toList());
    }

    /** For people: a line for each step, hole and finding. */
    public String toText() {
        return UpdatePlanText.text(this);
    }

    public String toJson() {
        return UpdatePlanText.json(this);
    }
}
