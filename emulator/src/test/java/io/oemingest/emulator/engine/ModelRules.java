package io.oemingest.emulator.engine;

import io.oemingest.core.model.WspcStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules for a new request as the documents tell them, once more and in the plainest way, for comparison with the
 * engine's: every line is {@code RULE Reason}.
 */
final class ModelRules {
    private static final String WINDOWS_PHONE_8_1 = "8.10.0.0";

    private final Account asker;
    private final ModelOrder order;
    private final List<ModelImage> images;
    private final List<ModelRequest> others;
    private final List<String> refusals = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /** Judges an order beside the requests that there are, in the order of their creation. */
    ModelRules(Account asker, ModelOrder order, List<ModelImage> images, List<ModelRequest> others) {
        this.asker = asker;
        this.order = order;
        this.images = images;
        this.others = others;
        if (order.product() == null) {
            judgeImages();
        } else {
            judgeSystem(order.product(), order.source());
        }
    }

    List<String> refusals() {
        return refusals;
    }

    List<String> warnings() {
        return warnings;
    }

    private void judgeSystem(String product, @Nullable String source) {
        refuseIf(order.isRetail() && !product.equals("WindowsPhoneBlue"), "AKO-01 OsOnlyRetailNotAllowed");
        boolean named = compare(order.target(), WINDOWS_PHONE_8_1) >= 0;
        refuseIf(named && order.device() == null, "AKO-08 InvalidRequest");
        refuseIf(named && order.operator() == null, "AKO-08 InvalidRequest");
        refuseIf(source == null || compare(order.target(), source) <= 0, "AKO-07 VersionNotIncreasing");
    }

    private void judgeImages() {
        ModelImage target = end(order.target());
        ModelImage source = order.source() == null ? null : end(order.source());
        ModelImage to = target != null && order.isFor(target) ? target : null;
        ModelImage from = source != null && order.isFor(source) ? source : null;
        if (to == null || to.system() == null || compare(to.system(), WINDOWS_PHONE_8_1) >= 0) {
            refuseIf(order.source() == null, "RFU-06 ChainBroken");
            refuseIf(order.device() == null, "RFU-07 InvalidRequest");
            refuseIf(order.operator() == null, "RFU-08 InvalidRequest");
        }
        refuseIf(target != null && to == null, "RFU-25 PopNotTargeted");
        refuseIf(source != null && from == null, "RFU-25 PopNotTargeted");
        judgeStatus(to, from);
        if (to != null && from != null) {
            judgePair(to, from);
        }
        judgeChain(to == null ? order.phone() : to.device());
    }

    /** The asker's own image of this ticket. */
    private @Nullable ModelImage end(String ticket) {
        refuseIf(ticket.startsWith("TKT-SIGN-PROD-"), "TKT-05 EnvironmentMismatch");
        ModelImage found = images.stream()
                .filter(each -> each.ticket().equals(ticket))
                .findFirst()
                .orElse(null);
        refuseIf(found == null, "RFU-02 TicketDoesNotExist");
        boolean strange = found != null && !found.owner().equals(asker);
        refuseIf(strange, "RFU-27 NotTicketOwner");
        return strange ? null : found;
    }

    private void judgeStatus(@Nullable ModelImage to, @Nullable ModelImage from) {
        if (to != null && !isBaseline(to)) {
            weigh(order.isRetail(), order.isRetail() ? "RFU-11 TargetNotBaseline" : "RFU-13");
        }
        if (from == null || isBaseline(from)) {
            return;
        }
        if (from.status() == WspcStatus.COMPLIANT) {
            weigh(order.isRetail(), order.isRetail() ? "RFU-12 SourceNotBaseline" : "RFU-14");
        } else if (from.status() == WspcStatus.NON_COMPLIANT || !isBelowAllBaselines(from)) {
            weigh(order.isRetail(), order.isRetail() ? "RFU-18 SourceNotBaseline" : "RFU-18");
        }
    }

    private boolean isBelowAllBaselines(ModelImage image) {
        return images.stream()
                .filter(each -> each.owner().equals(asker) && order.isFor(each) && isBaseline(each))
                .map(ModelImage::version)
                .min(ModelRules::compare)
                .filter(lowest -> compare(image.version(), lowest) < 0)
                .isPresent();
    }

    private void judgePair(ModelImage to, ModelImage from) {
        refuseIf(compare(to.version(), from.version()) <= 0, "RFU-16 VersionNotIncreasing");
        boolean lacks = !to.packages().keySet().containsAll(from.packages().keySet());
        if (lacks && from.status() == WspcStatus.LEGACY_NON_COMPLIANT) {
            weigh(order.isRetail(), order.isRetail() ? "RFU-18 SourceNotBaseline" : "RFU-18");
        } else if (lacks && isBaseline(from) && isBaseline(to)) {
            weigh(order.isRetail(), order.isRetail() ? "RFU-15 ValidationFailed" : "RFU-15");
        }
        boolean known = to.system() != null && from.system() != null;
        refuseIf(known && !to.feature().equals(from.feature()), "RFU-19 FeatureSetChanged");
    }

    /** Only what is of the same kind for the same phone, and has come to nothing neither, is a link of the chain. */
    private void judgeChain(@Nullable String phone) {
        List<ModelRequest> links = others.stream()
                .filter(each -> each.order.product() == null
                        && each.order.type().equals(order.type())
                        && each.owner.equals(asker)
                        && each.phone().equalsIgnoreCase(phone))
                .toList();
        if (order.replaces() != null) {
            judgeReplaced(links);
        }
        List<ModelRequest> rest = links.stream()
                .filter(each -> each.isAlive() && !each.ticket.equals(order.replaces()))
                .sorted(Comparator.comparing(each -> each.number))
                .toList();
        if (order.source() == null || rest.isEmpty()) {
            return;
        }
        refuseIf(rest.stream().anyMatch(each -> order.source().equals(each.order.source())), "RFU-21 DuplicateSource");
        refuseIf(!order.source().equals(rest.get(rest.size() - 1).order.target()), "RFU-20 ChainBroken");
    }

    private void judgeReplaced(List<ModelRequest> links) {
        ModelRequest replaced = links.stream()
                .filter(each -> each.ticket.equals(order.replaces()))
                .findFirst()
                .orElse(null);
        if (replaced == null) {
            refusals.add("CAN-04 TicketDoesNotExist");
        } else if (order.source() == null || !order.source().equals(replaced.order.source())) {
            refusals.add("CAN-04 InvalidRequest");
        } else {
            refuseIf(!replaced.canBeCancelled(), "CAN-04 InvalidState");
        }
    }

    private void refuseIf(boolean wrong, String line) {
        weigh(wrong, line, wrong);
    }

    private void weigh(boolean refuses, String line) {
        weigh(refuses, line, true);
    }

    private void weigh(boolean refuses, String line, boolean counts) {
        if (counts) {
            (refuses ? refusals : warnings).add(line);
        }
    }

    private static boolean isBaseline(ModelImage image) {
        return image.status() == WspcStatus.BASELINE || image.status() == WspcStatus.LEGACY_COMPLIANT;
    }

    static int compare(String one, String other) {
        return Arrays.compare(numbers(one), numbers(other));
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
