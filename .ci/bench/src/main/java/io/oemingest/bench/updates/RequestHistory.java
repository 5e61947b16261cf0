package io.oemingest.bench.updates;

import io.oemingest.client.IngestionClient;
import io.oemingest.client.RequestsForUpdate;
import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.update.UpdateOrder;
import io.oemingest.emulator.EmulatedAccount;
import io.oemingest.emulator.IngestionEmulator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A service on the loopback with the requests of one OEM for a thousand phones, and the client that made them. */
final class RequestHistory implements AutoCloseable {
    private static final String OEM = "Contoso";
    private static final int PHONES = 1_000;
    private static final int IMAGES = 12;

    private final IngestionEmulator emulator;
    private final IngestionClient client;
    private final List<Phone> phones = new ArrayList<>();
    private final List<RequestForUpdateTicket> tickets = new ArrayList<>();

    RequestHistory() throws IOException {
        emulator = IngestionEmulator.builder()
                .quickKeys()
                .workByHand()
                .account(EmulatedAccount.of(OEM, "token"))
                .start();
        client =
                IngestionClient.builder().service(emulator.uri()).token("token").build();
        for (int i = 0; i <= PHONES; i++) {
            Phone phone = new Phone(i);
            phone.enter(emulator, OEM, IMAGES);
            phones.add(phone);
        }
        cancelFirst();
    }

    // Nobody asks again for that phone, so that its request remains the only one of its kind, and the oldest.
    private void cancelFirst() {
        create(phones.get(0).next());
        requests().cancel(tickets.get(0));
    }

    IngestionClient client() {
        return client;
    }

    RequestsForUpdate requests() {
        return client.requestsForUpdate();
    }

    /** The oldest first. */
    List<RequestForUpdateTicket> tickets() {
        return tickets;
    }

    /** Asks for more until there are so many requests, and has the service bring each as far as it can without approval. */
    void growTo(int size) {
        while (tickets.size() < size) {
            create(nextOrder());
            work();
        }
    }

    /** What the next phone in the round asks for. */
    UpdateOrder nextOrder() {
        return phones.get(1 + (tickets.size() - 1) % PHONES).next();
    }

    void create(UpdateOrder order) {
        tickets.add(requests().create(order).ticket());
    }

    /** What the service does after it has answered. */
    void work() {
        emulator.runPendingWork();
    }

    @Override
    public void close() {
        client.close();
        emulator.close();
    }
}
