package io.oemingest.emulator.engine;

import io.oemingest.core.model.RequestForUpdateTicket;
import java.util.Map;
import java.util.NavigableMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** Requests by number on the shelf of each OEM and each operator, and again on one for each of their devices. Safe for threads. */
final class UpdateShelves {
    private static final String ANY_DEVICE = "";

    private final Map<Shelf, NavigableMap<Long, RequestForUpdateTicket>> shelves = new ConcurrentHashMap<>();

    /** Exactly one of account and operator is there. */
    private record Shelf(@Nullable UUID clientId, @Nullable String operator, String device) {}

    void put(UpdateEntry entry) {
        UpdatePhone phone = UpdatePhone.of(entry.clientId(), entry.order());
        put(new Shelf(phone.clientId(), null, ANY_DEVICE), entry);
        put(new Shelf(phone.clientId(), null, phone.device()), entry);
        put(new Shelf(null, phone.operator(), ANY_DEVICE), entry);
        put(new Shelf(null, phone.operator(), phone.device()), entry);
    }

    /**
     * The latest request before this number that the account made or approves as operator; null if there is none.
     *
     * @param device the only one that counts; null if all do
     */
    Map.@Nullable Entry<Long, RequestForUpdateTicket> before(Account account, @Nullable String device, long number) {
        String name = UpdatePhone.fold(device);
        Map.Entry<Long, RequestForUpdateTicket> own = before(new Shelf(account.clientId(), null, name), number);
        Map.Entry<Long, RequestForUpdateTicket> others =
                before(new Shelf(null, UpdatePhone.fold(account.oemId()), name), number);
        return own == null || (others != null && others.getKey() > own.getKey()) ? others : own;
    }

    private void put(Shelf shelf, UpdateEntry entry) {
        shelves.computeIfAbsent(shelf, key -> new ConcurrentSkipListMap<>()).put(entry.number(), entry.ticket());
    }

    private Map.@Nullable Entry<Long, RequestForUpdateTicket> before(Shelf shelf, long number) {
        NavigableMap<Long, RequestForUpdateTicket> requests = shelves.get(shelf);
        return requests == null ? null : requests.lowerEntry(number);
    }
}
