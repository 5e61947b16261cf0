package io.oemingest.emulator.engine;

import io.oemingest.core.format.Location;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.update.ApprovalParty;
import io.oemingest.core.update.UpdateAction;
import io.oemingest.core.update.UpdateProgress.Step;
import io.oemingest.core.update.UpdateVerdict;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleCatalogue;
import io.oemingest.core.validation.Severity;
import java.util.List;
import java.util.Objects;

/** The sentences about requests for update, one method for each way to be refused. */
final class UpdateRefusals {
    private UpdateRefusals() {}

    /** The judge's verdict: the first finding is the reason, all of them go along. */
    static Refusal of(UpdateVerdict verdict) {
        List<Finding> blocking = verdict.findings(Severity.BLOCK);
        String more = blocking.size() == 1 ? "" : " That is the first of " + blocking.size() + " findings.";
        return new Refusal(
                        Objects.requireNonNull(verdict.reason()),
                        blocking.get(0).message() + more)
                .because(verdict.findings());
    }

    static Refusal notNow(UpdateEntry entry, UpdateAction action, Step.Refused refused) {
        String message = "The request " + entry.ticket() + " cannot be " + done(action) + ": " + refused.why();
        Refusal refusal = new Refusal(refused.reason(), message).about(entry.ticket());
        String mend = RuleCatalogue.standard().get(refused.rule()).mend();
        return mend == null
                ? refusal
                : refusal.because(List.of(new Finding(
                        refused.rule(),
                        Severity.BLOCK,
                        Location.ofPart("request for update", entry.ticket().id()),
                        message,
                        mend)));
    }

    static Refusal blankTicket() {
        return Refusals.invalidRequest("The ticket is missing or blank (rules STA-07, CAN-05).");
    }

    static Refusal notTicketOwner(UpdateEntry entry) {
        return new Refusal(ReasonCode.NOT_TICKET_OWNER, "The ticket " + entry.ticket() + " belongs to another account.")
                .about(entry.ticket());
    }

    static Refusal notThisParty(UpdateEntry entry, ApprovalParty party) {
        return new Refusal(
                        ReasonCode.PERMISSION_DENIED,
                        "This account does not approve the request " + entry.ticket() + " as " + party.text() + ".")
                .about(entry.ticket());
    }

    static Refusal contentNotKnown(UpdateEntry entry) {
        return new Refusal(
                        ReasonCode.INVALID_STATE,
                        "What the request " + entry.ticket()
                                + " brings is not known: that takes two images, both of which the service has read.")
                .about(entry.ticket());
    }

    private static String done(UpdateAction action) {
        return switch (action) {
            case APPROVE_AS_OEM, APPROVE_AS_OPERATOR -> "approved";
            case CANCEL -> "cancelled";
            case REPLACE -> "replaced";
            case RETRY -> "tried again";
            case GIVE_UP -> "given up";
            case WITHDRAW -> "withdrawn";
            case PUBLISH -> "published";
            case GENERATE, PREVIEW, FAIL -> "generated";
        };
    }
}
