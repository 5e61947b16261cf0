package io.oemingest.bench.updates;

import io.oemingest.client.RequestForUpdateFilter;
import io.oemingest.client.RequestForUpdatePage;
import io.oemingest.core.update.UpdateOrder;
import io.oemingest.core.update.UpdateState;
import io.oemingest.core.update.UpdateType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The calls that are measured, in turn, so that all of them meet the same machine. */
final class Calls {
    static final String FLOOR = "empty exchange";

    private final RequestHistory history;
    private final SplittableRandom random = new SplittableRandom(1);
    private final Map<String, Latencies> taken = new LinkedHashMap<>();

    Calls(RequestHistory history) {
        this.history = history;
    }

    /** By what is called, in milliseconds. */
    Map<String, Latencies> taken() {
        return taken;
    }

    /** Makes every call once; creates a request only if asked to. The lists are as long at all times. */
    void makeAll(boolean create) {
        time(FLOOR, () -> history.client().serviceInfo());
        int any = random.nextInt(history.tickets().size());
        time("status", () -> history.requests().read(history.tickets().get(any)));
        list("list of all, 10", new RequestForUpdateFilter(null, null, null, null, 10, null), 10);
        list("list of a phone, 1", filter(null, null, "First", "000-99"), 1);
        list("list by state, 1", filter(UpdateState.COMPLETED_FAILURE, null, null, null), 1);
        list("list by type, 1", filter(null, UpdateType.TRIAL, null, null), 1);
        list("list by operator, 1", filter(null, null, null, "000-99"), 1);
        list("list by state, 0", filter(UpdateState.IN_PROCESS_FAILURE, null, null, null), 0);
        if (create) {
            UpdateOrder order = history.nextOrder();
            time("create", () -> history.create(order));
            history.work();
        }
    }

    private void list(String name, RequestForUpdateFilter filter, int items) {
        time(name, () -> {
            RequestForUpdatePage page = history.requests().list(filter);
            if (page.items().size() != items) {
                throw new IllegalStateException(name + " has " + page.items().size() + " items");
            }
        });
    }

    private void time(String name, Runnable call) {
        taken.computeIfAbsent(name, key -> new Latencies()).time(call);
    }

    private static RequestForUpdateFilter filter(
            @Nullable UpdateState state,
            @Nullable UpdateType type,
            @Nullable String device,
            @Nullable String operator) {
        return new RequestForUpdateFilter(state, type, device, operator, null, null);
    }
}
