package io.oemingest.emulator.engine;

import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.update.UpdateOrder;
import io.oemingest.core.update.UpdatePayload.MicrosoftOemMixed;
import org.jspecify.annotations.Nullable;

/** Who may see a request for update and who may decide about it: the OEM that made it, and the operator that it names. */
final class UpdateAccess {
    private final UpdateBook book;
    private final SubmissionBook submissions;

    UpdateAccess(UpdateBook book, SubmissionBook submissions) {
        this.book = book;
        this.submissions = submissions;
    }

    /** A request of the account's own. @throws Refusal as {@link #visible}, and NotTicketOwner for its operator */
    UpdateEntry owned(Account account, @Nullable String ticket) throws Refusal {
        UpdateEntry entry = visible(account, ticket);
        if (!isOwner(account, entry)) {
            throw UpdateRefusals.notTicketOwner(entry);
        }
        return entry;
    }

    /**
     * A request for its OEM or its operator.
     *
     * @throws Refusal InvalidRequest for a blank ticket, TicketDoesNotExist, NotTicketOwner, ResubmissionTicket (STA-07, STA-08)
     */
    UpdateEntry visible(Account account, @Nullable String text) throws Refusal {
        if (text == null || text.isBlank()) {
            throw UpdateRefusals.blankTicket();
        }
        UpdateEntry entry = book.find(RequestForUpdateTicket.ofInput(text));
        if (entry == null) {
            refuseResubmission(account, text);
            throw Refusals.ticketDoesNotExist(text);
        }
        if (!isOwner(account, entry) && !isOperator(account, entry)) {
            throw UpdateRefusals.notTicketOwner(entry);
        }
        return entry;
    }

    /** One image goes by one ticket, or two requests could start from one source. @throws Refusal ResubmissionTicket */
    void refuseResubmissions(Account account, UpdateOrder order) throws Refusal {
        if (order.payload() instanceof MicrosoftOemMixed mixed) {
            SubmissionTicket source = mixed.source();
            refuseResubmission(account, mixed.target().id());
            refuseResubmission(account, source == null ? "" : source.id());
        }
    }

    /** The same of one ticket. */
    void refuseResubmission(Account account, String text) throws Refusal {
        Submission submission = submissions.find(text);
        if (submission == null || !submission.origin().clientId().equals(account.clientId())) {
            return;
        }
        SubmissionTicket original = submission.origin().resubmissionOf();
        if (original != null) {
            throw Refusals.resubmissionTicket(submission, original);
        }
    }

    static boolean isOwner(Account account, UpdateEntry entry) {
        return entry.clientId().equals(account.clientId());
    }

    static boolean isOperator(Account account, UpdateEntry entry) {
        String operator = entry.order().operatorId();
        return operator != null && UpdatePhone.fold(operator).equals(UpdatePhone.fold(account.oemId()));
    }
}
