package io.oemingest.emulator.engine;

import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.update.UpdateAction;
import io.oemingest.core.update.UpdateLink;
import io.oemingest.core.update.UpdateOperation;
import io.oemingest.core.update.UpdatePayload.MicrosoftOemMixed;
import io.oemingest.core.update.UpdateProgress;
import io.oemingest.core.update.UpdateProgress.Step;
import io.oemingest.emulator.port.RecordStore;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All requests for update, found by ticket, account, operator and phone in a time that does not grow with their number. Safe for threads. */
final class UpdateBook {
    private static final String PREFIX = "TKT-RFU-" + ArchiveSigner.ENVIRONMENT + "-";

    private final EnginePorts ports;
    private final RecordStore<UpdateEntry> records;
    private final Bell bell = new Bell();
    private final AtomicLong numbers = new AtomicLong();
    private final Map<String, AtomicLong> counters = new ConcurrentHashMap<>();
    private final Map<UpdatePhone, List<RequestForUpdateTicket>> chains = new ConcurrentHashMap<>();
    private final UpdateShelves shelves = new UpdateShelves();
    // One change at a time, so that what is on the shelves agrees with the records.
    private final ReentrantLock changing = new ReentrantLock();

    UpdateBook(EnginePorts ports) {
        this.ports = ports;
        this.records = ports.stores().updates();
    }

    /** Makes a request out of a ticket and a number that nobody has had before. */
    interface Maker {
        UpdateEntry make(RequestForUpdateTicket ticket, long number);
    }

    /** Enters a request. Its ticket repeats the code of the target and counts the requests for it (TKT-03, TKT-04); without a target it has a code of its own. */
    UpdateEntry enter(@Nullable SubmissionTicket target, List<UpdatePhone> phones, Maker maker) {
        changing.lock();
        try {
            long number = numbers.incrementAndGet();
            UpdateEntry entry = maker.make(ticket(target), number);
            while (!records.insert(entry.ticket().id(), entry)) {
                entry = maker.make(ticket(target), number);
            }
            for (UpdatePhone phone : phones) {
                chains.computeIfAbsent(phone, key -> new CopyOnWriteArrayList<>())
                        .add(entry.ticket());
            }
            shelves.put(entry);
            return entry;
        } finally {
            changing.unlock();
        }
    }

    private RequestForUpdateTicket ticket(@Nullable SubmissionTicket target) {
        String code = target != null && target.isWellFormed()
                ? target.id().split("-", -1)[3]
                : ports.ids().ticketCode();
        long count = counters.computeIfAbsent(code, key -> new AtomicLong()).incrementAndGet();
        return new RequestForUpdateTicket(PREFIX + code + "-" + count);
    }

    @Nullable
    UpdateEntry find(RequestForUpdateTicket ticket) {
        return records.find(ticket.id());
    }

    UpdateEntry get(RequestForUpdateTicket ticket) {
        UpdateEntry found = find(ticket);
        if (found == null) {
            throw new IllegalStateException("There is no request " + ticket);
        }
        return found;
    }

    /** The requests from image to image for any of the phones, in the order of their creation. */
    List<UpdateLink> chain(List<UpdatePhone> phones) {
        return phones.stream()
                .flatMap(each -> chains.getOrDefault(each, List.of()).stream())
                .distinct()
                .map(this::get)
                .sorted(Comparator.comparingLong(UpdateEntry::number))
                .flatMap(each -> link(each).stream())
                .toList();
    }

    private static Optional<UpdateLink> link(UpdateEntry entry) {
        return entry.order().payload() instanceof MicrosoftOemMixed mixed
                ? Optional.of(new UpdateLink(
                        entry.ticket(), entry.order().type(), mixed.source(), mixed.target(), entry.stage()))
                : Optional.empty();
    }

    /** The latest request before this number that the account made or approves as operator, of those asked for; null if there is none. */
    @Nullable
    UpdateEntry before(Account account, UpdateQuery query, long number) {
        Map.Entry<Long, RequestForUpdateTicket> found = shelves.before(account, query, number);
        while (found != null) {
            UpdateEntry entry = get(found.getValue());
            // It may be on its way from one state to another.
            if (query.state() == null || query.state() == entry.stage().state()) {
                return entry;
            }
            found = shelves.before(account, query, entry.number());
        }
        return null;
    }

    /**
     * Does something to a request if it can be done now; {@code more} adds what belongs to the change. What changes
     * nothing leaves no trace.
     */
    UpdateEntry act(
            RequestForUpdateTicket ticket, UpdateAction action, @Nullable String by, UnaryOperator<UpdateEntry> more)
            throws Refusal {
        changing.lock();
        try {
            UpdateEntry seen = get(ticket);
            UpdateProgress next = progress(seen, action);
            if (next.equals(seen.progress())) {
                return seen;
            }
            UpdateOperation operation =
                    new UpdateOperation(action.text(), ports.time().instant(), by);
            UpdateEntry changed = more.apply(seen.moved(next, operation));
            replace(seen, changed);
            return changed;
        } finally {
            changing.unlock();
        }
    }

    private static UpdateProgress progress(UpdateEntry seen, UpdateAction action) throws Refusal {
        Step step = seen.progress().after(action);
        if (step instanceof Step.Refused refused) {
            throw UpdateRefusals.notNow(seen, action, refused);
        }
        return ((Step.Moved) step).progress();
    }

    private void replace(UpdateEntry seen, UpdateEntry changed) {
        // In this order no list misses it, and its state keeps it out of the one that it leaves.
        shelves.put(changed);
        if (!records.replace(seen.ticket().id(), seen, changed)) {
            throw new IllegalStateException("The record of " + seen.ticket() + " was changed by somebody else");
        }
        shelves.remove(seen, changed);
        bell.ring();
    }

    /** The request as soon as its revision differs or it is final, or as it is after {@code longest}. */
    UpdateEntry awaitChange(RequestForUpdateTicket ticket, int knownRevision, Duration longest) {
        bell.await(longest, () -> {
            UpdateEntry now = get(ticket);
            return now.revision() != knownRevision || now.stage().state().isFinal();
        });
        return get(ticket);
    }

    /** Lets everybody who waits go. */
    void close() {
        bell.close();
    }
}
