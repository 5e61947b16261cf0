package io.oemingest.core.update;

import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.update.UpdatePayload.MicrosoftOemMixed;
import io.oemingest.core.update.UpdatePlan.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the requests that lead phones from one image to another, and says before anything is asked what the service
 * would refuse. Asks the judge that the service asks. Pure, safe for threads.
 */
public final class UpdatePlanner {
    private static final RequestForUpdateTicket PLANNED = new RequestForUpdateTicket("planned");

    private final UpdateJudge judge;
    private final String environment;

    /** Plans for a service of this environment and policy. */
    public UpdatePlanner(UpdatePolicy policy, String environment) {
        this.judge = new UpdateJudge(policy);
        this.environment = environment;
    }

    /** What the service would say of an order for this phone. */
    public UpdateVerdict judge(PhoneHistory phone, UpdateOrder order) {
        if (!(order.payload() instanceof MicrosoftOemMixed mixed)) {
            return judge.judge(new UpdateSituation(order, environment, null, null, null, List.of()));
        }
        SubmissionTicket source = mixed.source();
        return judge.judge(new UpdateSituation(
                order,
                environment,
                phone.find(mixed.target()),
                source == null ? null : phone.find(source),
                phone.lowestBaseline(),
                phone.chain()));
    }

    /**
     * The requests from one image to the other: first those that there are, then the fewest that the service would accept.
     * Without such a sequence the plan says why the direct request would be refused.
     */
    public UpdatePlan plan(PhoneHistory phone, SubmissionTicket from, SubmissionTicket to, UpdateType type) {
        List<Step> steps = existing(phone, from, to, type);
        SubmissionTicket reached =
                steps.isEmpty() ? from : steps.get(steps.size() - 1).target();
        UpdateVerdict refusal = null;
        if (!reached.equals(to)) {
            List<Step> rest = shortest(phone, reached, to, type);
            steps.addAll(rest);
            refusal = rest.isEmpty() ? judge(phone, order(phone, reached, to, type)) : null;
        }
        return new UpdatePlan(
                phone.deviceName(),
                phone.operatorId(),
                type,
                from,
                to,
                steps,
                phone.holes(type),
                Prospects.of(phone, from, to),
                refusal);
    }

    /** One plan for each phone, in the order given. */
    public List<UpdatePlan> plan(
            List<PhoneHistory> phones, SubmissionTicket from, SubmissionTicket to, UpdateType type) {
        return phones.stream().map(each -> plan(each, from, to, type)).toList();
    }

    private List<Step> existing(PhoneHistory phone, SubmissionTicket from, SubmissionTicket to, UpdateType type) {
        List<Step> steps = new ArrayList<>();
        Set<SubmissionTicket> seen = new HashSet<>(Set.of(from));
        SubmissionTicket at = from;
        while (!at.equals(to)) {
            UpdateLink next = linkFrom(phone.links(type), at);
            if (next == null || !seen.add(next.target())) {
                break;
            }
            steps.add(new Step(order(phone, at, next.target(), type), next, List.of()));
            at = next.target();
        }
        return steps;
    }

    private static @Nullable UpdateLink linkFrom(List<UpdateLink> links, SubmissionTicket source) {
        return links.stream()
                .filter(each -> source.equals(each.source()))
                .findFirst()
                .orElse(null);
    }

    /** A search in breadth: the first sequence found is one of the shortest; nothing if there is none. */
    private List<Step> shortest(PhoneHistory phone, SubmissionTicket from, SubmissionTicket to, UpdateType type) {
        Map<SubmissionTicket, Step> cameBy = new HashMap<>();
        Deque<SubmissionTicket> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty() && !cameBy.containsKey(to)) {
            SubmissionTicket at = open.remove();
            Step before = cameBy.get(at);
            PhoneHistory then = before == null ? phone : phone.with(link(before, type));
            for (SubmissionTicket next : byVersion(phone)) {
                Step step = next.equals(from) || cameBy.containsKey(next) ? null : step(then, at, next, type);
                if (step != null) {
                    cameBy.put(next, step);
                    open.add(next);
                }
            }
        }
        List<Step> path = new ArrayList<>();
        for (Step step = cameBy.get(to); step != null; step = cameBy.get(step.source())) {
            path.add(step);
        }
        Collections.reverse(path);
        return path;
    }

    private @Nullable Step step(PhoneHistory phone, SubmissionTicket from, SubmissionTicket to, UpdateType type) {
        UpdateOrder order = order(phone, from, to, type);
        UpdateVerdict verdict = judge(phone, order);
        return verdict.acceptable() ? new Step(order, null, verdict.findings()) : null;
    }

    private static UpdateLink link(Step step, UpdateType type) {
        return new UpdateLink(PLANNED, type, step.source(), step.target(), UpdateStage.ACCEPTED);
    }

    private static List<SubmissionTicket> byVersion(PhoneHistory phone) {
        return phone.images().stream()
                .filter(each -> each.facts() != null)
                .sorted(Comparator.comparing(UpdatePlanner::version).reversed())
                .map(UpdateImage::ticket)
                .toList();
    }

    private static FirmwareVersion version(UpdateImage image) {
        return Objects.requireNonNull(image.facts()).version();
    }

    private static UpdateOrder order(PhoneHistory phone, SubmissionTicket from, SubmissionTicket to, UpdateType type) {
        return UpdateOrder.of(to, from, type).forPhone(phone.deviceName(), phone.operatorId());
    }
}
