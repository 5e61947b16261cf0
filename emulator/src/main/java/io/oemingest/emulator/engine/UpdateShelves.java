package io.oemingest.emulator.engine;

import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.update.UpdateState;
import io.oemingest.core.update.UpdateType;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Requests by number, on a shelf for every list that anybody can ask for: a list takes as long as what is on it, and not
 * as what is not. Safe for threads, if only one at a time changes what is on the shelves.
 */
final class UpdateShelves {
    private final Map<Shelf, NavigableMap<Long, RequestForUpdateTicket>> shelves = new ConcurrentHashMap<>();

    /** What the requests on a shelf have in common, names folded; null where it does not matter. */
    private record Shelf(
            @Nullable UUID clientId,
            @Nullable String operator,
            @Nullable String device,
            @Nullable UpdateType type,
            @Nullable UpdateState state) {

        Shelf operator(String only) {
            return new Shelf(clientId, only, device, type, state);
        }

        Shelf device(String only) {
            return new Shelf(clientId, operator, only, type, state);
        }

        Shelf type(UpdateType only) {
            return new Shelf(clientId, operator, device, only, state);
        }

        Shelf state(UpdateState only) {
            return new Shelf(clientId, operator, device, type, only);
        }
    }

    /** Puts a request on its shelves, on some of which it may be already. */
    void put(UpdateEntry entry) {
        UpdateState state = entry.stage().state();
        withoutState(entry)
                .flatMap(each -> Stream.of(each, each.state(state)))
                .forEach(each -> shelves.computeIfAbsent(each, key -> new ConcurrentSkipListMap<>())
                        .put(entry.number(), entry.ticket()));
    }

    /** Takes a request, as it was, from the shelves where it does not belong any more. */
    void remove(UpdateEntry former, UpdateEntry now) {
        UpdateState state = former.stage().state();
        if (state != now.stage().state()) {
            withoutState(former)
                    .map(each -> shelves.get(each.state(state)))
                    .filter(Objects::nonNull)
                    .forEach(each -> each.remove(former.number()));
        }
    }

    /** The latest request before this number that is on the account's list; null if there is none. */
    Map.@Nullable Entry<Long, RequestForUpdateTicket> before(Account account, UpdateQuery query, long number) {
        String operator = folded(query.operatorId());
        String device = folded(query.deviceName());
        String self = UpdatePhone.fold(account.oemId());
        Map.Entry<Long, RequestForUpdateTicket> own =
                before(new Shelf(account.clientId(), operator, device, query.type(), query.state()), number);
        Map.Entry<Long, RequestForUpdateTicket> others = operator == null || operator.equals(self)
                ? before(new Shelf(null, self, device, query.type(), query.state()), number)
                : null;
        return own == null || (others != null && others.getKey() > own.getKey()) ? others : own;
    }

    private Map.@Nullable Entry<Long, RequestForUpdateTicket> before(Shelf shelf, long number) {
        NavigableMap<Long, RequestForUpdateTicket> requests = shelves.get(shelf);
        return requests == null ? null : requests.lowerEntry(number);
    }

    /** Its shelves on the side of the OEM and on that of the operator, for whom the operator is always the same. */
    private static Stream<Shelf> withoutState(UpdateEntry entry) {
        UpdatePhone phone = UpdatePhone.of(entry.clientId(), entry.order());
        Shelf oem = new Shelf(phone.clientId(), null, null, null, null);
        Shelf operator = new Shelf(null, phone.operator(), null, null, null);
        return Stream.of(oem, oem.operator(phone.operator()), operator)
                .flatMap(each -> Stream.of(each, each.device(phone.device())))
                .flatMap(each -> Stream.of(each, each.type(entry.order().type())));
    }

    private static @Nullable String folded(@Nullable String name) {
        return name == null ? null : UpdatePhone.fold(name);
    }
}
