package io.oemingest.emulator.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A request of the reference model: what is known of it at the moment. */
final class ModelRequest {
    final Account owner;
    final ModelOrder order;
    final String ticket;
    final long number;
    /** The image at its end; null for an operating system alone. */
    final @Nullable ModelImage image;

    final List<String> operations = new ArrayList<>();
    final Set<String> approvals = new TreeSet<>();
    final List<String> warnings = new ArrayList<>();
    String stage = "Accepted";
    String cancellation = "";
    int unavailable;

    ModelRequest(Account owner, ModelOrder order, String ticket, long number, @Nullable ModelImage image) {
        this.owner = owner;
        this.order = order;
        this.ticket = ticket;
        this.number = number;
        this.image = image;
        operations.add("Create by " + owner.oemId());
    }

    /** The phone that it is for, whether or not it says so. */
    String phone() {
        return image == null ? "" : image.device();
    }

    boolean isVisibleTo(Account account) {
        return owner.equals(account) || isOperatedBy(account);
    }

    boolean isOperatedBy(Account account) {
        return account.oemId().equalsIgnoreCase(order.operator());
    }

    boolean isAlive() {
        return !Set.of("GivenUp", "Cancelled", "Withdrawn").contains(stage);
    }

    boolean canBeCancelled() {
        return Set.of("Accepted", "Generating", "GenerationFailed", "Preview").contains(stage);
    }

    void move(String next, String operation) {
        stage = next;
        operations.add(operation);
    }

    void cancel(String operation, String how) {
        move(how.equals("WITHDRAWN") ? "Withdrawn" : "Cancelled", operation);
        cancellation = how;
    }

    String state() {
        return switch (stage) {
            case "GenerationFailed" -> "InProcessFailure";
            case "Live", "TrialPublished" -> "CompletedSuccess";
            case "GivenUp", "Cancelled", "Withdrawn" -> "CompletedFailure";
            default -> "InProcessOnTrack";
        };
    }

    /** The number beside the state. */
    int error() {
        return switch (stage) {
            case "GenerationFailed" -> 1001;
            case "GivenUp" -> 1002;
            case "Cancelled" -> cancellation.startsWith("REPLACED") ? 1004 : 1003;
            case "Withdrawn" -> 1005;
            default -> 0;
        };
    }

    /** Everything that an answer shows of it. */
    String shown(boolean withStatus) {
        boolean unknown = withStatus && unavailable > 0;
        unavailable -= unknown ? 1 : 0;
        return String.join(
                "|",
                ticket,
                Long.toString(number),
                order.type(),
                order.device() + "/" + order.operator(),
                stage,
                unknown ? "FailedToRetrieveStatus 1006" : state() + " " + error(),
                approvals + " " + (approvals.size() == 2),
                operations.toString(),
                cancellation,
                warnings.toString());
    }
}
