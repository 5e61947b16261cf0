package io.oemingest.core.update;

import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.update.UpdatePayload.MicrosoftOemMixed;
import io.oemingest.core.validation.Severity;
import org.jspecify.annotations.Nullable;

/** Whether the two tickets are those of signed images of the caller's (rules RFU-02, RFU-03, RFU-04, RFU-27, TKT-05). */
final class TicketChecks {
    static final String TARGET = "targetTicketId";
    static final String SOURCE = "sourceTicketId";

    private final UpdateSituation situation;
    private final MicrosoftOemMixed asked;
    private final UpdatePolicy policy;
    private final UpdateFindings findings;

    TicketChecks(UpdateSituation situation, MicrosoftOemMixed asked, UpdatePolicy policy, UpdateFindings findings) {
        this.situation = situation;
        this.asked = asked;
        this.policy = policy;
        this.findings = findings;
    }

    void check() {
        check(TARGET, asked.target(), situation.target());
        SubmissionTicket source = asked.source();
        if (source != null) {
            check(SOURCE, source, situation.source());
        }
    }

    private void check(String part, SubmissionTicket ticket, @Nullable UpdateImage image) {
        checkEnvironment(part, ticket);
        if (image == null) {
            findings.block("RFU-02", ReasonCode.TICKET_DOES_NOT_EXIST, part, "There is no ticket '" + ticket + "'.");
        } else if (!image.owned()) {
            findings.block(
                    "RFU-27",
                    ReasonCode.NOT_TICKET_OWNER,
                    part,
                    "The ticket " + ticket + " belongs to another account.");
        } else {
            checkKind(part, image);
        }
    }

    private void checkEnvironment(String part, SubmissionTicket ticket) {
        String environment = ticket.environment();
        if (environment != null && !environment.equals(situation.environment())) {
            findings.add(
                    policy.strict() ? Severity.BLOCK : Severity.WARN,
                    "TKT-05",
                    ReasonCode.ENVIRONMENT_MISMATCH,
                    part,
                    "The ticket " + ticket + " is of the environment " + environment + ", the service is "
                            + situation.environment() + ".");
        }
    }

    private void checkKind(String part, UpdateImage image) {
        boolean target = part.equals(TARGET);
        if (image.type() != SubmissionType.IMAGE) {
            findings.block(
                    "RFU-04",
                    target ? ReasonCode.TARGET_NOT_IMAGE : ReasonCode.INVALID_REQUEST,
                    part,
                    "The submission " + image.ticket() + " is not an image.");
        }
        if (!image.signed()) {
            findings.block(
                    "RFU-03",
                    target ? ReasonCode.TARGET_NOT_SIGNED : ReasonCode.INVALID_STATE,
                    part,
                    "The submission " + image.ticket() + " is not signed.");
        }
    }
}
