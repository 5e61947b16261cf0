package io.oemingest.emulator.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the service shall do with requests for update, written from the documents and without a line of the engine: one
 * list of requests, one queue of work, every answer a text.
 */
final class ReferenceModel {
    private final List<ModelImage> images;
    private final List<ModelRequest> requests = new ArrayList<>();
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private int systems;

    ReferenceModel(List<ModelImage> images) {
        this.images = images;
    }

    List<ModelRequest> requests() {
        return requests;
    }

    String create(Account asker, ModelOrder order) {
        ModelRules rules = new ModelRules(asker, order, images, requests);
        if (!rules.refusals().isEmpty()) {
            List<String> ids =
                    rules.refusals().stream().map(each -> each.substring(0, 6)).toList();
            return rules.refusals().get(0).substring(7) + " " + ids;
        }
        ModelImage target = image(order.target());
        String code = target == null
                ? "TEST%02d".formatted(++systems)
                : target.ticket().substring("TKT-SIGN-TEST-".length());
        String ticket = "TKT-RFU-TEST-" + code + "-" + counts.merge(code, 1, Integer::sum);
        ModelRequest made = new ModelRequest(asker, order, ticket, requests.size() + 1L, target);
        made.warnings.addAll(rules.warnings());
        requests.add(made);
        work.add(() -> generate(made));
        return made.shown(false);
    }

    boolean runNext() {
        Runnable next = work.poll();
        if (next != null) {
            next.run();
        }
        return next != null;
    }

    String read(Account asker, String ticket) {
        String refusal = refusalOf(asker, ticket, false);
        return refusal == null ? get(ticket).shown(true) : refusal;
    }

    String approve(Account asker, String ticket, boolean asOem) {
        String refusal = refusalOf(asker, ticket, false);
        if (refusal != null) {
            return refusal;
        }
        ModelRequest request = get(ticket);
        boolean owner = request.owner.equals(asker);
        boolean may = asOem ? owner : request.isOperatedBy(asker) || owner && request.order.operator() == null;
        if (!may) {
            return "PermissionDenied []";
        }
        String party = asOem ? "OEM" : "MOBILE_OPERATOR";
        if (!request.order.isRetail() || !request.stage.equals("Preview") || !request.approvals.add(party)) {
            return "InvalidState [APR-06]";
        }
        boolean both = request.approvals.size() == 2;
        String operation = "ApproveAs" + (asOem ? "Oem" : "MobileOperator") + " by " + asker.oemId();
        request.move(both ? "Approved" : "Preview", operation);
        if (both) {
            work.add(() -> publish(request));
        }
        return request.shown(false);
    }

    String retry(Account asker, String ticket, boolean giveUp) {
        String refusal = refusalOf(asker, ticket, true);
        if (refusal != null) {
            return refusal;
        }
        ModelRequest request = get(ticket);
        if (!request.stage.equals("GenerationFailed")) {
            return "InvalidState []";
        }
        request.move(giveUp ? "GivenUp" : "Accepted", (giveUp ? "GiveUp" : "Retry") + " by " + asker.oemId());
        if (!giveUp) {
            work.add(() -> generate(request));
        }
        return request.shown(false);
    }

    String cancel(Account asker, String ticket) {
        String refusal = refusalOf(asker, ticket, false);
        if (refusal != null) {
            return refusal;
        }
        ModelRequest request = get(ticket);
        if (Set.of("Approved", "Live").contains(request.stage)) {
            return "AlreadyLive [CAN-02]";
        }
        if (!request.canBeCancelled() && !request.stage.equals("Cancelled")) {
            return "InvalidState [CAN-07]";
        }
        if (request.canBeCancelled()) {
            request.cancel("Cancel by " + asker.oemId(), "CANCELLED");
        }
        return request.shown(false);
    }

    /** Whether it could be withdrawn. */
    boolean withdraw(String ticket) {
        ModelRequest request = find(ticket);
        boolean live = request != null && request.stage.equals("Live");
        if (live) {
            request.cancel("Withdraw", "WITHDRAWN");
        }
        return live;
    }

    String list(Account asker, ModelList wanted) {
        int limit = wanted.limit();
        List<ModelRequest> found = requests.stream()
                .filter(each -> each.isVisibleTo(asker) && wanted.shows(each))
                .sorted(Comparator.comparing((ModelRequest each) -> each.number).reversed())
                .toList();
        List<ModelRequest> page = found.subList(0, Math.min(limit, found.size()));
        return page.stream().map(each -> each.shown(false)).toList()
                + (found.size() > limit ? " before " + page.get(limit - 1).number : "");
    }

    @Nullable
    ModelRequest find(String ticket) {
        return requests.stream()
                .filter(each -> each.ticket.equals(ticket.replace("TKT-SIGN-", "TKT-RFU-")))
                .findFirst()
                .orElse(null);
    }

    private ModelRequest get(String ticket) {
        return Objects.requireNonNull(find(ticket));
    }

    private @Nullable ModelImage image(String ticket) {
        return images.stream()
                .filter(each -> each.ticket().equals(ticket))
                .findFirst()
                .orElse(null);
    }

    private @Nullable String refusalOf(Account asker, String ticket, boolean ownerOnly) {
        ModelRequest request = find(ticket);
        if (ticket.isBlank()) {
            return "InvalidRequest []";
        }
        if (request == null) {
            return "TicketDoesNotExist []";
        }
        boolean allowed = ownerOnly ? request.owner.equals(asker) : request.isVisibleTo(asker);
        return allowed ? null : "NotTicketOwner []";
    }

    private void generate(ModelRequest request) {
        if (!request.stage.equals("Accepted")) {
            return;
        }
        request.move("Generating", "Generate");
        ModelImage from = request.order.source() == null ? null : image(request.order.source());
        ModelImage to = request.image;
        if (from != null && to != null && from.system() != null && to.system() != null) {
            if (!to.packages().keySet().stream().anyMatch(each -> isDelivered(each, from, to))) {
                request.move("GenerationFailed", "Fail");
                return;
            }
            to.packages().keySet().stream()
                    .filter(each -> !isDelivered(each, from, to)
                            && !from.packages().get(each).equals(to.packages().get(each)))
                    .forEach(each -> request.warnings.add("RFU-22"));
        }
        request.move("Preview", "Preview");
        replace(request);
        if (!request.order.isRetail()) {
            work.add(() -> publish(request));
        }
    }

    private static boolean isDelivered(String name, ModelImage from, ModelImage to) {
        return !from.packages().containsKey(name) || ModelRules.compare(to.versionOf(name), from.versionOf(name)) > 0;
    }

    private void replace(ModelRequest newer) {
        ModelRequest older = newer.order.replaces() == null ? null : find(newer.order.replaces());
        if (older != null && older.canBeCancelled()) {
            older.cancel("Replace", "REPLACED by " + newer.ticket);
        }
    }

    private void publish(ModelRequest request) {
        String before = request.order.isRetail() ? "Approved" : "Preview";
        if (request.stage.equals(before)) {
            request.move(request.order.isRetail() ? "Live" : "TrialPublished", "Publish");
        }
    }
}
