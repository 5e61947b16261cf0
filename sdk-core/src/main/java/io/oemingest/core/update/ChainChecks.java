package io.oemingest.core.update;

import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.update.UpdatePayload.MicrosoftOemMixed;
import io.oemingest.core.update.UpdatePolicy.ChainPolicy;
import io.oemingest.core.validation.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request continues the chain of its phone and operator (rules RFU-20, RFU-21, CAN-04). Retail and trials have
 * a chain each, because what is tried out never comes to the phones in the field.
 */
final class ChainChecks {
    private static final String REPLACES = "replaces";

    private final UpdatePolicy policy;
    private final UpdateFindings findings;
    private final @Nullable SubmissionTicket source;
    private final @Nullable RequestForUpdateTicket replaces;
    private final List<UpdateLink> links;

    ChainChecks(UpdateSituation situation, MicrosoftOemMixed asked, UpdatePolicy policy, UpdateFindings findings) {
        this.policy = policy;
        this.findings = findings;
        this.source = asked.source();
        this.replaces = situation.order().replaces();
        this.links = situation.chain().stream()
                .filter(each -> each.type() == situation.order().type())
                .toList();
    }

    void check() {
        if (replaces != null) {
            checkReplaced(replaces);
        }
        List<UpdateLink> others = links.stream()
                .filter(each -> each.stage().isLink() && !each.ticket().equals(replaces))
                .toList();
        if (source != null) {
            others.stream()
                    .filter(each -> source.equals(each.source()))
                    .findFirst()
                    .ifPresent(this::refuseFork);
        }
        if (source != null && !others.isEmpty()) {
            checkContinues(source, others.get(others.size() - 1));
        }
    }

    private void refuseFork(UpdateLink other) {
        findings.block(
                "RFU-21",
                ReasonCode.DUPLICATE_SOURCE,
                TicketChecks.SOURCE,
                "Another request, " + other.ticket() + ", starts from the same source.");
    }

    private void checkContinues(SubmissionTicket from, UpdateLink last) {
        if (!from.equals(last.target()) && policy.chain() != ChainPolicy.OFF) {
            findings.add(
                    policy.chain() == ChainPolicy.REFUSE ? Severity.BLOCK : Severity.WARN,
                    "RFU-20",
                    ReasonCode.CHAIN_BROKEN,
                    TicketChecks.SOURCE,
                    "The source " + from + " is not the target of the update before, " + last.target() + " of "
                            + last.ticket() + ".");
        }
    }

    private void checkReplaced(RequestForUpdateTicket ticket) {
        UpdateLink replaced = links.stream()
                .filter(each -> each.ticket().equals(ticket))
                .findFirst()
                .orElse(null);
        if (replaced == null || source == null || !source.equals(replaced.source())) {
            refuseReplacement(
                    replaced == null ? ReasonCode.TICKET_DOES_NOT_EXIST : ReasonCode.INVALID_REQUEST,
                    ticket,
                    "it is no request of the same type from the same source for the same phone and operator.");
        } else if (!replaced.stage().isCancellable()) {
            refuseReplacement(
                    ReasonCode.INVALID_STATE,
                    ticket,
                    "it is in the stage " + replaced.stage().text() + ".");
        }
    }

    private void refuseReplacement(ReasonCode reason, RequestForUpdateTicket ticket, String why) {
        findings.block("CAN-04", reason, REPLACES, "The request " + ticket + " cannot be replaced: " + why);
    }
}
