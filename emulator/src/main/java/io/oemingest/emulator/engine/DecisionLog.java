package io.oemingest.emulator.engine;

import io.oemingest.core.io.TerminalText;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.emulator.port.Permission;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The latest decisions against somebody, and which request made which ticket. Forgets the oldest. Safe for threads. */
public final class DecisionLog {
    /** How many decisions, and how many requests that made a ticket, are remembered. */
    public static final int MAX_KEPT = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(DecisionLog.class);

    private final InstantSource time;
    private final Deque<Decision> kept = new ArrayDeque<>();
    private final Map<UUID, String> made = new LinkedHashMap<>();

    DecisionLog(InstantSource time) {
        this.time = time;
    }

    /** A request was refused by the engine. */
    public void refused(UUID correlationId, @Nullable Account account, Refusal refusal) {
        Map<String, String> lookedUp = new LinkedHashMap<>();
        if (refusal.permission() != null && account != null) {
            lookedUp.put("permission", refusal.permission());
            lookedUp.put("permissions of the account", names(account));
        }
        add(new Decision(
                correlationId,
                time.instant(),
                account == null ? null : account.oemId(),
                refusal.ticketId(),
                refusal.reason(),
                refusal.detail(),
                lookedUp,
                refusal.findings()));
    }

    /** A request was refused before the engine was asked. */
    public void refused(UUID correlationId, @Nullable Account account, ReasonCode reason, String detail) {
        refused(correlationId, account, new Refusal(reason, detail));
    }

    /** A request led to this ticket; what is decided of it later answers the request too. */
    public synchronized void made(UUID correlationId, SubmissionTicket ticket) {
        made.put(correlationId, ticket.id());
        if (made.size() > MAX_KEPT) {
            made.remove(made.keySet().iterator().next());
        }
    }

    /** A submission has failed. */
    void failed(Submission submission, SubmissionFailure failure, Judgement judgement) {
        add(new Decision(
                null,
                time.instant(),
                submission.origin().oemId(),
                submission.ticket().id(),
                failure.reason(),
                failure.detail(),
                judgement.lookedUp(),
                judgement.blocking()));
    }

    /** What was decided on the request, and on the submission that it made; the oldest first. */
    public synchronized List<Decision> of(UUID correlationId) {
        String ticket = made.get(correlationId);
        return kept.stream()
                .filter(each -> correlationId.equals(each.correlationId())
                        || (each.correlationId() == null && ticket != null && ticket.equals(each.ticket())))
                .map(each -> each.answering(correlationId))
                .toList();
    }

    /** What was decided on the ticket, and on requests about it; the oldest first. */
    public synchronized List<Decision> of(SubmissionTicket ticket) {
        return kept.stream().filter(each -> ticket.id().equals(each.ticket())).toList();
    }

    private synchronized void add(Decision decision) {
        kept.add(decision);
        if (kept.size() > MAX_KEPT) {
            kept.remove();
        }
        // What is quoted comes from whoever asked.
        LOG.info("{}", TerminalText.safe(decision.toString()));
    }

    private static String names(Account account) {
        return account.permissions().isEmpty()
                ? "none"
                : account.permissions().stream().sorted().map(Permission::text).collect(Collectors.joining(", "));
    }
}
