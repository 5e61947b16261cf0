package io.oemingest.emulator.engine;

import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.emulator.port.RecordStore;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All submissions, what was decided against them, and a bell that rings when one of them changes. */
final class SubmissionBook {
    private static final String PREFIX = "TKT-SIGN-TEST-";

    private final EnginePorts ports;
    private final RecordStore<Submission> records;
    private final DecisionLog decisions;
    private final AtomicLong sequence = new AtomicLong();
    private final Set<String> drawn = ConcurrentHashMap.newKeySet();
    private final Map<SubmissionTicket, Submission> resubmissions = new ConcurrentHashMap<>();
    private final Bell bell = new Bell();

    SubmissionBook(EnginePorts ports) {
        this.ports = ports;
        this.records = ports.stores().submissions();
        this.decisions = new DecisionLog(ports.time());
    }

    DecisionLog decisions() {
        return decisions;
    }

    /** A ticket that nobody has had before. */
    SubmissionTicket drawTicket() {
        String id = PREFIX + ports.ids().ticketCode();
        while (!drawn.add(id)) {
            id = PREFIX + ports.ids().ticketCode();
        }
        return new SubmissionTicket(id);
    }

    Submission enter(SubmissionTicket ticket, SubmissionOrigin origin) {
        Submission entry = Submission.received(
                ticket, sequence.incrementAndGet(), origin, ports.time().instant());
        records.insert(ticket.id(), entry);
        SubmissionTicket original = origin.resubmissionOf();
        if (original != null) {
            resubmissions.merge(original, entry, BinaryOperator.maxBy(Comparator.comparing(Submission::sequence)));
        }
        return entry;
    }

    Submission get(SubmissionTicket ticket) {
        Submission found = records.find(ticket.id());
        if (found == null) {
            throw new IllegalStateException("There is no submission " + ticket);
        }
        return found;
    }

    /** The submission, whoever made it, or null if there is none. */
    @Nullable
    Submission find(String ticket) {
        return records.find(ticket);
    }

    /** The caller's own submission (GET-01, GET-02, GET-03, TKT-06). */
    Submission owned(Account account, @Nullable String ticket) throws Refusal {
        if (ticket == null || ticket.isBlank()) {
            throw Refusals.blankTicket();
        }
        Submission found = records.find(ticket);
        if (found == null) {
            throw Refusals.ticketDoesNotExist(ticket);
        }
        if (!found.origin().clientId().equals(account.clientId())) {
            throw Refusals.notTicketOwner(found);
        }
        return found;
    }

    /** An account's submissions, the newest first. */
    List<Submission> of(Account account) {
        return records.all().stream()
                .filter(entry -> entry.origin().clientId().equals(account.clientId()))
                .sorted(Comparator.comparingLong(Submission::sequence).reversed())
                .toList();
    }

    /** The resubmission made last, or the submission itself if it was never sent again. */
    Submission latest(Submission original) {
        Submission last = resubmissions.get(original.ticket());
        return last == null ? original : get(last.ticket());
    }

    /** Replaces {@code seen} by what {@code change} makes of it; answers null if it has changed since it was seen. */
    @Nullable
    Submission change(Submission seen, UnaryOperator<Submission> change) {
        Submission next = change.apply(seen);
        if (!records.replace(seen.ticket().id(), seen, next)) {
            return null;
        }
        bell.ring();
        return next;
    }

    /** The submission as soon as its revision differs or it is final, or as it is after {@code longest}. */
    Submission awaitChange(SubmissionTicket ticket, int knownRevision, Duration longest) {
        bell.await(longest, () -> {
            Submission now = get(ticket);
            return now.revision() != knownRevision || now.state().isFinal();
        });
        return get(ticket);
    }

    /** Lets everybody who waits go. */
    void close() {
        bell.close();
    }
}
