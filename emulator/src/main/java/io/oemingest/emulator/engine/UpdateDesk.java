package io.oemingest.emulator.engine;

import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.update.ApprovalParty;
import io.oemingest.core.update.PhoneHistory;
import io.oemingest.core.update.RequestForUpdate;
import io.oemingest.core.update.UpdateAction;
import io.oemingest.core.update.UpdateCancellation;
import io.oemingest.core.update.UpdateContent;
import io.oemingest.core.update.UpdateError;
import io.oemingest.core.update.UpdateJudge;
import io.oemingest.core.update.UpdateOperation;
import io.oemingest.core.update.UpdateOrder;
import io.oemingest.core.update.UpdatePayload.MicrosoftOemMixed;
import io.oemingest.core.update.UpdateProgress;
import io.oemingest.core.update.UpdateSituation;
import io.oemingest.core.update.UpdateState;
import io.oemingest.core.update.UpdateStatus;
import io.oemingest.core.update.UpdateVerdict;
import io.oemingest.core.validation.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Takes requests for update, and lets OEM, operator and the service's operators decide about them. Safe for threads. */
public final class UpdateDesk {
    private final EnginePorts ports;
    private final UpdateJudge judge;
    private final UpdateBook book;
    private final UpdateAccess access;
    private final UpdateImages images;
    private final UpdateLine line;
    // Requests of one OEM are judged one after the other, so that two for a phone never start from one source.
    private final Map<UUID, ReentrantLock> turns = new ConcurrentHashMap<>();
    private final Map<RequestForUpdateTicket, Integer> failing = new ConcurrentHashMap<>();

    UpdateDesk(EnginePorts ports, EngineSettings settings, UpdateImages images, SubmissionBook submissions) {
        this.ports = ports;
        this.judge = new UpdateJudge(settings.updates());
        this.book = new UpdateBook(ports);
        this.access = new UpdateAccess(book, submissions);
        this.images = images;
        this.line = new UpdateLine(ports, book, images);
    }

    /** Judges what is asked for and makes a request of it. @throws Refusal with the judge's findings, the first of which is the reason; ResubmissionTicket */
    public RequestForUpdate create(Account account, UpdateOrder order) throws Refusal {
        access.refuseResubmissions(account, order);
        UpdatePhone phone = UpdatePhone.of(account.clientId(), order);
        ReentrantLock turn = turns.computeIfAbsent(account.clientId(), key -> new ReentrantLock());
        UpdateEntry entry;
        turn.lock();
        try {
            UpdateSituation situation = situation(order, phone);
            UpdateVerdict verdict = judge.judge(situation);
            if (!verdict.acceptable()) {
                throw UpdateRefusals.of(verdict);
            }
            entry = enter(account, situation, verdict);
        } finally {
            turn.unlock();
        }
        line.generate(entry.ticket());
        return entry.shown(null);
    }

    /**
     * One request, for its OEM or its operator. Its status may be one that could not be retrieved, if the service's
     * operators want it so.
     *
     * @throws Refusal InvalidRequest for a blank ticket, TicketDoesNotExist, NotTicketOwner, ResubmissionTicket (STA-07, STA-08)
     */
    public RequestForUpdate find(Account account, @Nullable String ticket) throws Refusal {
        return shown(access.visible(account, ticket));
    }

    /** The request as soon as more than so many operations have happened to it or it is final, or as it is after {@code longest}. */
    public RequestForUpdate awaitChange(Account account, @Nullable String ticket, int knownOperations, Duration longest)
            throws Refusal {
        return shown(book.awaitChange(access.visible(account, ticket).ticket(), knownOperations, longest));
    }

    /** Requests that the account made or approves as operator, the newest first. @throws Refusal InvalidRequest for a limit or cursor that cannot be */
    public Page<RequestForUpdate> list(Account account, UpdateQuery query) throws Refusal {
        long before = SubmissionLister.check(query.limit(), query.cursor());
        List<UpdateEntry> items = new ArrayList<>();
        UpdateEntry entry = book.before(account, query, before);
        while (entry != null) {
            if (items.size() == query.limit()) {
                return page(items, Long.toString(items.get(items.size() - 1).number()));
            }
            items.add(entry);
            entry = book.before(account, query, entry.number());
        }
        return page(items, null);
    }

    /** What the update brings, for its OEM or its operator. @throws Refusal InvalidState if that cannot be told */
    public UpdateContent content(Account account, @Nullable String ticket) throws Refusal {
        UpdateEntry entry = access.visible(account, ticket);
        UpdateContent content = line.content(entry);
        if (content == null) {
            throw UpdateRefusals.contentNotKnown(entry);
        }
        return content;
    }

    /**
     * What requests for a phone and operator, both named, are judged by: the account's images for it, submissions besides
     * that somebody thinks of, and the requests that there are.
     *
     * @throws Refusal ResubmissionTicket, for an image goes by the ticket of the submission that was made first for it
     */
    public PhoneHistory history(Account account, String deviceName, String operatorId, List<SubmissionTicket> others)
            throws Refusal {
        for (SubmissionTicket each : others) {
            access.refuseResubmission(account, each.id());
        }
        UpdatePhone phone = UpdatePhone.of(account.clientId(), deviceName, operatorId);
        return new PhoneHistory(deviceName, operatorId, images.of(phone, others), book.chain(List.of(phone)));
    }

    /** One of the two approvals; with the second the update goes live. @throws Refusal PermissionDenied for a party that the account is not, InvalidState (APR-06) */
    public RequestForUpdate approve(Account account, @Nullable String ticket, ApprovalParty party) throws Refusal {
        UpdateEntry entry = access.visible(account, ticket);
        boolean owner = UpdateAccess.isOwner(account, entry);
        // Where no operator is named, nobody but the OEM can speak for one.
        boolean nobody = entry.order().operatorId() == null;
        boolean speaks =
                party == ApprovalParty.OEM ? owner : UpdateAccess.isOperator(account, entry) || (owner && nobody);
        if (!speaks) {
            throw UpdateRefusals.notThisParty(entry, party);
        }
        UpdateEntry approved =
                book.act(entry.ticket(), UpdateAction.approvalOf(party), account.oemId(), UnaryOperator.identity());
        if (approved.progress().isApproved()) {
            line.publish(approved.ticket());
        }
        return approved.shown(null);
    }

    /** Tries once more what could not be made. @throws Refusal InvalidState of a request that has not failed so (STA-02) */
    public RequestForUpdate retry(Account account, @Nullable String ticket) throws Refusal {
        UpdateEntry entry = access.owned(account, ticket);
        UpdateEntry again = book.act(entry.ticket(), UpdateAction.RETRY, account.oemId(), UnaryOperator.identity());
        line.generate(again.ticket());
        return again.shown(null);
    }

    /** Leaves it at the failure. @throws Refusal InvalidState of a request that has not failed so (STA-03) */
    public RequestForUpdate giveUp(Account account, @Nullable String ticket) throws Refusal {
        UpdateEntry entry = access.owned(account, ticket);
        return book.act(entry.ticket(), UpdateAction.GIVE_UP, account.oemId(), UnaryOperator.identity())
                .shown(null);
    }

    /** Cancels a request, for its OEM or its operator; a second time changes nothing. @throws Refusal AlreadyLive (CAN-02), InvalidState (CAN-07) */
    public RequestForUpdate cancel(Account account, @Nullable String ticket) throws Refusal {
        UpdateEntry entry = access.visible(account, ticket);
        return book.act(
                        entry.ticket(),
                        UpdateAction.CANCEL,
                        account.oemId(),
                        next -> next.cancelledBy(cancellation(UpdateError.CANCELLED, null)))
                .shown(null);
    }

    /** The service's operators take back what is live (CAN-03). @throws IllegalStateException if there is no such request or it is not live */
    public void withdraw(RequestForUpdateTicket ticket, String explanation) {
        try {
            book.act(
                    ticket,
                    UpdateAction.WITHDRAW,
                    null,
                    next -> next.cancelledBy(cancellation(UpdateError.WITHDRAWN, explanation)));
        } catch (Refusal e) {
            throw new IllegalStateException(e.detail(), e);
        }
    }

    /** Answers the next questions for a request's status with FailedToRetrieveStatus (STA-05). @throws IllegalStateException if there is no such request */
    public void failStatus(RequestForUpdateTicket ticket, int times) {
        failing.merge(book.get(ticket).ticket(), times, Integer::sum);
    }

    /** Lets everybody who waits go. */
    void close() {
        book.close();
    }

    private UpdateSituation situation(UpdateOrder order, UpdatePhone phone) {
        if (!(order.payload() instanceof MicrosoftOemMixed mixed)) {
            return new UpdateSituation(order, ArchiveSigner.ENVIRONMENT, null, null, null, List.of());
        }
        SubmissionTicket source = mixed.source();
        return new UpdateSituation(
                order,
                ArchiveSigner.ENVIRONMENT,
                images.find(mixed.target(), phone),
                source == null ? null : images.find(source, phone),
                images.lowestBaseline(phone),
                book.chain(images.phones(mixed.target(), phone)));
    }

    private UpdateEntry enter(Account account, UpdateSituation situation, UpdateVerdict verdict) {
        UpdateOrder order = situation.order();
        SubmissionTicket target = order.payload() instanceof MicrosoftOemMixed mixed ? mixed.target() : null;
        UpdateOperation creation =
                new UpdateOperation(UpdateOperation.CREATE, ports.time().instant(), account.oemId());
        UpdatePhone phone = UpdatePhone.of(account.clientId(), order);
        return book.enter(
                target,
                target == null ? List.of() : images.phones(target, phone),
                (ticket, number) -> new UpdateEntry(
                        ticket,
                        number,
                        account.clientId(),
                        order,
                        UpdateEnds.target(situation),
                        UpdateEnds.source(situation),
                        UpdateProgress.accepted(order.type()),
                        List.of(creation),
                        null,
                        null,
                        verdict.findings(Severity.WARN)));
    }

    private RequestForUpdate shown(UpdateEntry entry) {
        Integer left = failing.computeIfPresent(entry.ticket(), (key, times) -> times > 0 ? times - 1 : null);
        return entry.shown(
                left == null
                        ? null
                        : UpdateStatus.of(UpdateState.FAILED_TO_RETRIEVE_STATUS, UpdateError.STATUS_UNAVAILABLE, null));
    }

    private UpdateCancellation cancellation(UpdateError kind, @Nullable String explanation) {
        Instant now = ports.time().instant();
        return new UpdateCancellation(kind, now, null, explanation);
    }

    private static Page<RequestForUpdate> page(List<UpdateEntry> items, @Nullable String next) {
        return new Page<>(items.stream().map(each -> each.shown(null)).toList(), next);
    }
}
